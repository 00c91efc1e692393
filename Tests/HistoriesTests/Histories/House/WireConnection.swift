import Foundation
import NIOCore
import NIOPosix

/// One connection that is kept open; requests may be sent many at once, and are answered in their order.
final class WireConnection {
    struct Request: Sendable {
        var method = "GET"
        var path: String
        var token: String?
        var body: String?
        var idempotencyKey: String?
    }

    struct Answer: Sendable {
        let status: Int
        let body: Data

        var isWell: Bool { (200..<300).contains(status) }
        var object: [String: Any] { (try? JSONSerialization.jsonObject(with: body) as? [String: Any]) ?? [:] }
        var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }
    }

    private static let separator = Data("\r\n\r\n".utf8)

    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var received = ByteBuffer()

    private init(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    static func open<Outcome: Sendable>(
        port: Int, _ talk: (WireConnection) async throws -> Outcome
    ) async throws -> Outcome {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await talk(WireConnection(inbound, outbound))
        }
    }

    func send(_ request: Request) async throws -> Answer {
        try Absent.orThrow(try await send([request]).first, "answer")
    }

    /// Sends requests all at once, and reads their answers.
    func send(_ requests: [Request]) async throws -> [Answer] {
        try await outbound.write(ByteBuffer(string: requests.map(Self.text).joined()))
        var answers: [Answer] = []
        while answers.count < requests.count { answers.append(try await answer()) }
        return answers
    }

    private static func text(_ request: Request) -> String {
        var text = "\(request.method) \(request.path) HTTP/1.1\r\nHost: localhost\r\n"
        if let token = request.token { text += "Authorization: Bearer \(token)\r\n" }
        if let key = request.idempotencyKey { text += "Idempotency-Key: \(key)\r\n" }
        guard let body = request.body else { return text + "\r\n" }
        return text + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body
    }

    private func answer() async throws -> Answer {
        var end: Data.Index?
        while end == nil {
            end = Data(received.readableBytesView).range(of: Self.separator)?.lowerBound
            if end == nil { try await receive() }
        }
        let head = try Absent.orThrow(received.readString(length: end ?? 0), "head")
        received.moveReaderIndex(forwardBy: Self.separator.count)
        let count = Self.contentLength(head)
        while received.readableBytes < count { try await receive() }
        let status = head.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) }
        return Answer(
            status: try Absent.orThrow(status, "status"),
            body: Data(try Absent.orThrow(received.readBytes(length: count), "body")))
    }

    private func receive() async throws {
        var buffer = try Absent.orThrow(try await inbound.next(isolation: #isolation), "bytes")
        received.discardReadBytes()
        received.writeBuffer(&buffer)
    }

    private static func contentLength(_ head: String) -> Int {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-length:") {
            return Int(line.dropFirst("content-length:".count).filter(\.isNumber)) ?? 0
        }
        return 0
    }
}
