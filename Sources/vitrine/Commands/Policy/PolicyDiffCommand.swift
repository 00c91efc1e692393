import ArgumentParser
import Foundation
import PolicyEngine
import PolicyLab

/// Tells what one policy shows more, and less, than another.
struct PolicyDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell what becomes wider and what narrower from one policy to another.",
        discussion: """
            `built-in` stands for the policy of the program. With --data, the people and items are counted that the second \
            would touch, were it in force there. Exit code 14 when anything becomes wider, unless --allow-widening.

            Examples:
              vitrine policy diff built-in ./policies
              vitrine policy diff ./before ./policies --data ./data --allow-widening
            """)

    @Argument(help: ArgumentHelp("The directory of the policy before.", valueName: "before")) var before: String
    @Argument(help: ArgumentHelp("The directory of the policy after.", valueName: "after")) var after: String
    @Option(help: ArgumentHelp("A data directory, to count what the second would touch there.", valueName: "dir"))
    var data: String?
    @Option(
        help: ArgumentHelp("An overlay over the policy after; may be repeated.", valueName: "dir"))
    var overlay: [String] = []
    @OptionGroup var ground: TaxonomyOption
    @OptionGroup var clock: ClockOption
    @Flag(help: "Exit as if nothing had become wider.") var allowWidening = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let taxonomy = try ground.load()
        let origin = PolicyOrigin(directory: Self.directory(after), overlays: overlay)
        let old = try PolicyOrigin(directory: Self.directory(before)).loadForTerminal(taxonomy: taxonomy).policy
        let new = try origin.loadForTerminal(taxonomy: taxonomy).policy
        let difference = PolicyDifference(from: old, to: new, taxonomy: taxonomy)
        Results.write((json ? difference.json : difference.text).trimmingCharacters(in: .newlines))
        if let data {
            let operation = Operation.policyConsequences(
                directory: origin.directory.map(Self.absolute), overlays: origin.overlays.map(Self.absolute), json: json
            )
            try await Site.with(
                DataDirectory(path: data), policy: PolicyOrigin(directory: Self.directory(before)),
                clock: try clock.start()
            ) { perform in
                if case .document(let bytes) = try await perform(operation) {
                    Results.write(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
                }
            }
        }
        try difference.verdict(allowingWidening: allowWidening).exit()
    }

    private static func directory(_ name: String) -> String? { name == "built-in" ? nil : name }

    /// The server that counts may have another working directory.
    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
}
