import ArgumentParser
import Foundation
import PolicyEngine
import PolicyLab

/// Tells how much of a policy its suites reach.
struct PolicyCoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover", abstract: "Tell which rules, conditions, cells, roots and terms the suites reach.",
        discussion: """
            A cell is a kind, an audience, a class, and whether it is opted in. Exit code 11 when the least section is below \
            --at-least.

            Examples:
              vitrine policy cover --policies ./policies
              vitrine policy cover --policies ./policies --at-least 100 --json
            """)

    @OptionGroup var options: PolicyOptions
    @Option(help: "Percent that every section must reach.") var atLeast = 0.0
    @Option(help: "How much of what is missing is listed.") var missing = 20
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (0...100).contains(atLeast) else { throw ValidationError("`--at-least` is 0 to 100") }
    }

    func run() async throws {
        let (set, taxonomy) = try options.load()
        let report = SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: taxonomy).coverage()
        Results.write(
            (json ? report.json : report.text(missingAtMost: missing)).trimmingCharacters(in: .newlines))
        try report.verdict(atLeast: atLeast).exit()
    }
}
