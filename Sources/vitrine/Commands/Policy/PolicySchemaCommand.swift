import ArgumentParser
import Foundation
import PolicyEngine

/// Prints the JSON Schemas of the policy files.
struct PolicySchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a kind of policy file, or write them all.",
        discussion: """
            Examples:
              vitrine policy schema
              vitrine policy schema disclosure
              vitrine policy schema --out ./policies/schema
            """)

    @Argument(help: "The kind of file; without one the kinds are listed.") var kind: String?
    @Option(help: ArgumentHelp("Write all of them into a directory.", valueName: "dir")) var out: String?

    func run() async throws {
        let schemas = PolicySchemas.schemas()
        if let out {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            for (name, json) in schemas {
                try Data(json.utf8).write(
                    to: URL(fileURLWithPath: "\(out)/\(name).schema.json"), options: .atomic)
            }
            return
        }
        let names = schemas.map(\.name)
        guard let kind else { return Results.write(names.joined(separator: "\n")) }
        guard let schema = schemas.first(where: { $0.name == kind }) else {
            throw CommandFailure(
                "there is no kind `\(kind)`; there are \(names.joined(separator: ", "))", exitCode: .refused)
        }
        Results.write(schema.json.trimmingCharacters(in: .newlines))
    }
}
