import ArgumentParser
import Foundation
import PolicyEngine
import PolicyLab

/// Runs the suites of a policy.
struct PolicyTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the suites of a policy, with the code that serves.",
        discussion: """
            A suite is a file in `tests/`. What it does not list must be suppressed. With overlays the suites of the overlays \
            are run. Exit code 10 when anything is other than expected, or nothing was run.

            Examples:
              vitrine policy test
              vitrine policy test --policies ./policies --filter minors
              vitrine policy test --policies ./policies --format junit > junit.xml
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, tap, junit, json
    }

    @OptionGroup var options: PolicyOptions
    @Option(help: "Run cases whose suite and name contain this text.") var filter: String?
    @Option(help: "text, tap, junit or json.") var format = Format.text

    func run() async throws {
        let (set, taxonomy) = try options.load()
        let report = SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: taxonomy).run(filter: filter)
        let text =
            switch format {
            case .text: report.text
            case .tap: report.tap
            case .junit: report.junit
            case .json: report.json
            }
        Results.write(text.trimmingCharacters(in: .newlines))
        try report.verdict.exit()
    }
}
