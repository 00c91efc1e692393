import Foundation
import Testing

@testable import vitrine

@Suite(.timeLimit(.minutes(30))) struct HelpTests {
    @Test(arguments: [
        "", "demo", "init", "serve", "doctor", "import", "import taxonomy", "import people", "import friendships",
        "import products", "import purchases", "token", "token issue", "token list", "token revoke", "visibility",
        "visibility show", "visibility set", "friends", "friends add", "friends remove", "feed", "shop", "shop show",
        "shop set", "pick", "share", "share make", "share list", "share revoke", "board", "insights", "catalogue",
        "catalogue search", "policy", "policy reload",
        "policy check", "policy schema", "policy test", "policy cover", "policy mutate", "policy prove", "policy diff",
        "policy explain", "policy usefulness", "policy shadow", "policy shadow report", "policy report", "policy bench",
        "keys", "keys status", "keys rotate", "keys reseal", "keys recipient", "keys export", "keys import", "erase",
        "erase person", "erase status", "erase certificate", "erase acknowledge", "erase expired", "erase verify",
        "backup", "restore", "audit", "audit database", "export", "export open",
    ])
    func `the help is as it was written`(command: String) async throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try await Program.run(words + ["--help"])
        #expect(outcome.exit == .code(0))
        #expect(outcome.errors.isEmpty)
        try Snapshot.check(outcome.output, named: (["vitrine"] + words).joined(separator: "-"))
    }

    @Test func `every exit code is documented, and nothing else is`() async throws {
        let help = try await Program.run(["--help"]).output
        let documented = help.matches(of: /(?m)^  ([0-9]+) +(.+)$/).compactMap { match in
            Int32(match.1).map { ($0, String(match.2)) }
        }
        let codes = CommandFailure.Code.allCases.map { ($0.rawValue, $0.meaning) }
        #expect(documented.map(\.0) == [0] + codes.map(\.0) + [64])
        #expect(documented.dropFirst().dropLast().map(\.1) == codes.map(\.1))
        #expect(Set(codes.map(\.0)).count == codes.count)
    }

    @Test func `every command is listed and has an example where it takes options of its own`() async throws {
        for command in ["demo", "init", "serve", "doctor", "import", "feed", "backup", "restore"] {
            #expect(try await Program.run([command, "--help"]).output.contains("vitrine \(command)"))
        }
    }

    @Test func `a command line that makes no sense is told with the usage`() async throws {
        for words in [["sell"], ["feed", "--as"], ["serve", "--colour", "red"], ["demo", "--port", "70000"]] {
            let outcome = try await Program.run(words)
            #expect(outcome.exit == .code(64), "\(words)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("Usage: vitrine"), "\(outcome.errors)")
        }
        #expect(try await Program.run(["--version"]).output == "0.1.0\n")
    }
}
