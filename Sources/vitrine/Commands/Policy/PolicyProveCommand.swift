import ArgumentParser
import Foundation
import PolicyEngine
import PolicyLab

/// Proves invariants over every input.
struct PolicyProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Hold every input that a policy can tell apart against its invariants.",
        discussion: """
            A broken invariant is shown with the simplest input that breaks it and the rules that made it. Exit code 13 then.

            Examples:
              vitrine policy prove
              vitrine policy prove --policies ./policies --taxonomy categories.tsv
              vitrine policy prove --policies ./policies --earlier ./before --json
            """)

    @OptionGroup var options: PolicyOptions
    @Option(
        help: ArgumentHelp(
            "A directory of an earlier policy, under which consents may have been given; may be repeated.",
            valueName: "dir"))
    var earlier: [String] = []
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let (set, taxonomy) = try options.load()
        let former = try earlier.map { try PolicyOrigin(directory: $0).loadForTerminal(taxonomy: nil).policy }
        let proof = Prover(set, taxonomy: taxonomy, earlier: former).proof()
        Results.write((json ? try proof.json() : proof.text).trimmingCharacters(in: .newlines))
        try proof.verdict.exit()
    }
}
