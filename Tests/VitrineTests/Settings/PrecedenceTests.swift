import Foundation
import Testing
import VitrineTesting

/// Which source of settings wins, by the loopback address on which the program then listens.
@Suite(.timeLimit(.minutes(30))) struct PrecedenceTests {
    private static let file = "127.0.0.2"
    private static let environment = "127.0.0.3"
    private static let flag = "127.0.0.4"

    @Test(arguments: [(false, false, file), (false, true, environment), (true, true, flag), (true, false, flag)])
    func `a flag wins over the environment, and that over the file`(
        hasFlag: Bool, hasVariable: Bool, expected: String
    ) async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let config = directory.path("settings.yaml")
        let settings = "data: \(world.path)\nlisten: \(Self.file):0\noperations-listen: 127.0.0.1:0\n"
        try Data(settings.utf8).write(to: URL(filePath: config))
        var environment = ["VITRINE_CONFIG": config]
        if hasVariable { environment["VITRINE_LISTEN"] = "\(Self.environment):0" }
        let words = ["serve"] + (hasFlag ? ["--listen", "\(Self.flag):0"] : [])
        try await ServerProcess.with(words, environment: environment) { server in
            #expect(server.host == expected)
            let answer = try await server.client("none").get("/v1/feed")
            #expect(answer.status == 401)
        }
    }

    @Test func `a setting that does not hold is refused by its source`() async throws {
        let world = try await SmallWorld()
        let outcome = try await Program.run(
            ["serve", "--data", world.path], environment: ["VITRINE_LISTEN": "nowhere"])
        #expect(outcome.exit == .code(4))
        #expect(outcome.errors.contains("`VITRINE_LISTEN`: expected `HOST:PORT`"))
        let nothing = try await Program.run(["serve"])
        #expect(nothing.exit == .code(4))
        #expect(nothing.errors.contains("`--data` is missing"))
    }

    @Test func `an address that is taken is told`() async throws {
        let (first, second) = (try await SmallWorld(), try await SmallWorld())
        try await first.serve { server in
            let outcome = try await Program.run([
                "serve", "--data", second.path, "--listen", "127.0.0.1:\(server.port)", "--operations-listen",
                "127.0.0.1:0",
            ])
            #expect(outcome.exit == .code(1))
            #expect(
                outcome.errors.contains("vitrine: cannot listen on `127.0.0.1:\(server.port)`"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("descriptor"), "\(outcome.errors)")
        }
    }
}
