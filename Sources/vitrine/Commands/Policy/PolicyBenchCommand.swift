import ArgumentParser
import Foundation
import PolicyEngine
import PolicyLab

/// Measures decisions.
struct PolicyBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure how long a decision of the policy takes, in nanoseconds.",
        discussion: """
            Beside it, policies of 10 and of 10,000 rules. Quote medians and ratios: machines differ.

            Example:
              vitrine policy bench --policies ./policies
            """)

    @OptionGroup var options: PolicyOptions
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let (set, _) = try options.load()
        let report = DecisionBenchmark(policy: set.policy, nanoseconds: MonotonicTime.nanoseconds).report()
        Results.write((json ? try report.json() : report.text).trimmingCharacters(in: .newlines))
    }
}
