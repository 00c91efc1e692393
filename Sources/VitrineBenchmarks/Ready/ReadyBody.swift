import ArgumentParser
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Serves one answer that lies ready, with no middleware: what the server stack can do at most.
struct ReadyBody: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready", abstract: "Serve a ready body, to compare with.", shouldDisplay: false)

    /// What the server writes itself, in lower case.
    static let ownFields: Set<String> = ["content-length", "date", "server", "connection"]

    @Option(help: "The length of the body, in bytes.") var length: Int
    @Option(help: "A field of the head, `Name: value`; may be repeated.") var field: [String] = []

    func run() async throws {
        var fields = HTTPFields()
        for text in field {
            guard let colon = text.firstIndex(of: ":"), let name = HTTPField.Name(String(text[..<colon])) else {
                throw ValidationError("`--field \(text)`: expected `Name: value`")
            }
            fields.append(HTTPField(name: name, value: String(text[text.index(after: colon)...].drop { $0 == " " })))
        }
        let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: length)
        let head = fields
        let router = Router(context: BasicRequestContext.self)
        router.get("/v1/feed") { _, _ in
            Response(status: .ok, headers: head, body: ResponseBody(byteBuffer: body))
        }
        var logger = Logger(label: "ready")
        logger.logLevel = .critical
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                FileLine.write("ready http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
            },
            logger: logger)
        try await application.runService()
    }
}
