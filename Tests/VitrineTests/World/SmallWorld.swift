import Foundation
import Testing
import VitrineTesting

/// A data directory with three friends: Ada reads, Ben and Cleo share teas and coffees by the defaults.
///
/// A rehearsal of the year 2026: all was bought by April, and is served in July.
struct SmallWorld {
    let path: String
    private let directory: TemporaryDirectory
    private let tokens: [String: String]

    /// When people came and befriended each other.
    static let beginning = "2026-01-01T00:00:00Z"
    /// When purchases were taken in.
    static let intake = "2026-05-01T00:00:00Z"
    /// When all that may be seen can be seen.
    static let now = "2026-07-01T00:00:00Z"

    private struct Template {
        let files: [String: Data]
        let tokens: [String: String]
    }

    /// The files of the directory once made, so that each test has a copy of its own at little cost.
    private static let template = Task<Template, any Error> {
        let directory = try TemporaryDirectory()
        let path = directory.path("data")
        try await done(["init", "--rehearsal", "--data", path])
        for (kind, table) in WorldTables.all {
            let clock = kind == "purchases" ? intake : beginning
            try await done(
                ["import", kind, "--data", path, "--clock", clock, "--format", "csv", "-"], input: table.csv)
        }
        try await done(
            ["visibility", "set", "--data", path, "--clock", intake, "--format", "csv", "--file", "-"],
            input: "person,sharing,since\nben,on,\(beginning)\ncleo,on,\(beginning)\n")
        var tokens: [String: String] = [:]
        let issue = ["token", "issue", "--data", path, "--clock", intake, "--scope"]
        for person in ["ada", "ben", "cleo", "dai"] {
            let scopes = "feed:read,ledger:read,visibility:narrow"
            tokens[person] = try await done(issue + [scopes, "--person", person]).trimmingCharacters(in: .newlines)
        }
        tokens["till"] = try await done(issue + ["platform:purchases", "--client", "till"])
            .trimmingCharacters(in: .newlines)
        return Template(files: try DirectoryContents.read(path), tokens: tokens)
    }

    init() async throws {
        let template = try await Self.template.value
        directory = try TemporaryDirectory()
        path = directory.path("data")
        tokens = template.tokens
        try DirectoryContents.write(template.files, to: path)
    }

    /// Runs a command that must succeed, and answers what it printed.
    @discardableResult
    static func done(_ arguments: [String], input: String? = nil) async throws -> String {
        let outcome = try await Program.run(arguments, input: input)
        try #require(outcome.exit == .code(0), "\(arguments.joined(separator: " ")): \(outcome.errors)")
        return outcome.output
    }

    /// Runs a command on the directory, without a server, on the day on which everything can be seen.
    func command(_ words: String..., input: String? = nil) async throws -> Program.Outcome {
        try await Program.run(words + ["--data", path, "--clock", Self.now], input: input)
    }

    /// A token that was issued to somebody, or to the client `till`, when the directory was made.
    func token(_ name: String) throws -> String { try #require(tokens[name]) }

    /// Serves it while the closure runs.
    func serve<Result: Sendable>(
        at instant: String = now, _ words: [String] = [], _ body: (ServerProcess) async throws -> Result
    ) async throws -> Result {
        try await ServerProcess.with(
            [
                "serve", "--data", path, "--clock", instant, "--listen", "127.0.0.1:0", "--operations-listen",
                "127.0.0.1:0",
            ] + words, body)
    }
}
