import ArgumentParser
import Foundation
import Logging
import Testing

@testable import vitrine

@Suite struct SettingsTests {
    private func load(
        flags: [Setting: String] = [:], environment: [String: String] = [:], file: (name: String, text: String)? = nil
    ) async throws -> Settings {
        guard let file else { return try await Settings.load(flags: flags, file: nil, environment: environment) }
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: file.name).path
        try Data(file.text.utf8).write(to: URL(filePath: path))
        do {
            return try await Settings.load(flags: flags, file: path, environment: environment)
        } catch {
            throw Message(text: error.description.replacing(path, with: "FILE"))
        }
    }

    private struct Message: Error, Equatable {
        let text: String
    }

    @Test func `without any source the defaults hold`() async throws {
        let settings = try await load()
        #expect(settings == Settings())
        #expect(settings.listen.description == "127.0.0.1:8080")
        #expect(throws: SettingsError.missing(.data)) { try settings.requiredData() }
    }

    @Test func `a flag wins over the environment, and that over the file`() async throws {
        let settings = try await load(
            flags: [.listen: "127.0.0.1:1"],
            environment: ["VITRINE_LISTEN": "127.0.0.1:2", "VITRINE_OPERATIONS_LISTEN": "127.0.0.1:3"],
            file: ("v.yaml", "listen: 127.0.0.1:4\noperations-listen: 127.0.0.1:5\nlog-level: debug\ndata: /d\n"))
        #expect(settings.listen.port == 1)
        #expect(settings.operationsListen.port == 3)
        #expect(settings.logLevel == .debug)
        #expect(try settings.requiredData() == "/d")
    }

    @Test func `a file may be JSON, and be named by the environment`() async throws {
        let settings = try await load(file: ("v.json", "{\n\t\"listen\": \"[::1]:81\", \"policies\": \"p\"\n}\n"))
        #expect(settings.listen == ListenAddress(host: "::1", port: 81))
        #expect(settings.policies == "p")
        await #expect(throws: SettingsError.unreadableFile(path: "/nonexistent/v.yaml")) {
            try await load(environment: ["VITRINE_CONFIG": "/nonexistent/v.yaml"])
        }
        await #expect(throws: SettingsError.unknownFileFormat(path: "/nonexistent/v.toml")) {
            try await load(environment: ["VITRINE_CONFIG": "/nonexistent/v.toml"])
        }
    }

    @Test(arguments: ["", "# nothing\n", "{}\n"])
    func `a file may say nothing`(text: String) async throws {
        #expect(try await load(file: ("v.yaml", text)) == Settings())
    }

    @Test func `the data directory has a variable of its own`() async throws {
        let settings = try await load(environment: ["VITRINE_DATA_DIRECTORY": "/d", "VITRINE_DATA": "/tests"])
        #expect(settings.data == "/d")
    }

    @Test(
        arguments: [
            ([.listen: "nowhere"], [:], "`--listen`: expected `HOST:PORT`, as `127.0.0.1:8080` or `[::1]:8080`, found"),
            ([:], ["VITRINE_LOG_LEVEL": "loud"], "`VITRINE_LOG_LEVEL`: expected one of `trace`"),
            ([:], ["VITRINE_DATA_DIRECTORY": ""], "`VITRINE_DATA_DIRECTORY`: expected the path of a directory"),
            (
                [.operationsListen: "127.0.0.1:8080"], [:],
                "`--operations-listen`: expected another address than that of `listen`"
            ),
        ] as [([Setting: String], [String: String], String)])
    func `an error names the source`(
        flags: [Setting: String], environment: [String: String], message: String
    ) async throws {
        let error = await #expect(throws: SettingsError.self) { try await load(flags: flags, environment: environment) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test(arguments: [
        ("listen: [a, b]\n", "`listen` in `FILE`: expected `HOST:PORT`, as `127.0.0.1:8080` or `[::1]:8080`"),
        ("listen: x\n", "`listen` in `FILE`: expected `HOST:PORT`, as `127.0.0.1:8080` or `[::1]:8080`, found `x`"),
        ("data: d\nlisten-on: x\n", "FILE:2: there is no setting `listen-on`; did you mean `listen`?"),
        (
            "operationsListen: x\n",
            "FILE:1: there is no setting `operationsListen`; "
                + "did you mean `operations-listen`?"
        ),
        (
            "colour: x\n",
            "FILE:1: there is no setting `colour`; known are `data`, `policies`, `overlay`, `listen`, "
                + "`operations-listen`, `log-level`, `cache-megabytes`, `key-source`"
        ),
        ("listen:\n  host: x\n", "`listen` in `FILE`: expected one value, not a mapping"),
        ("- a\n", "the settings file `FILE` cannot be read: expected names and values, as `listen: 127.0.0.1:8080`"),
        ("listen: x\nlisten: y\n", "the settings file `FILE` cannot be read: a name comes twice"),
    ])
    func `a file that makes no sense is refused by place`(text: String, message: String) async throws {
        let error = await #expect(throws: Message.self) { try await load(file: ("v.yaml", text)) }
        #expect(error?.text == message)
    }

    @Test(
        arguments: [
            ("127.0.0.1:0", ListenAddress(host: "127.0.0.1", port: 0)),
            ("host.example:65535", ListenAddress(host: "host.example", port: 65535)),
            ("[::]:80", ListenAddress(host: "::", port: 80)), ("::1:80", nil), (":80", nil), ("host", nil),
            ("host:", nil),
            ("host:65536", nil), ("host:+1", nil), ("[host]:1", nil), ("http://host:1", nil), ("ho st:1", nil),
        ] as [(String, ListenAddress?)])
    func `an address is a host and a port`(text: String, address: ListenAddress?) {
        #expect(ListenAddress(text) == address)
    }

    @Test func `options that are not given stay open for the other sources`() throws {
        let options = try ServingOptions.parse(["--operations-listen", "127.0.0.1:7"])
        #expect(options.flags == [.operationsListen: "127.0.0.1:7"])
        #expect(try DataOptions.parse([]).flags.isEmpty)
        #expect(try DataOptions.parse(["--data", "d"]).flags == [.data: "d"])
    }
}
