import ArgumentParser
import Foundation
import Histories

/// Runs random histories against the service, and looks for what was narrowed and is shown again.
struct HistoriesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "histories",
        abstract: "Look for histories in which something is shown that was narrowed, or that nobody agreed to.",
        discussion: """
            A history is what hosts, owners, operators and time do, drawn from a seed: deliveries, corrections, returns, hides, \
            blocks, policies, restarts, restores, erasures. The whole service runs in this process over databases of its own \
            and answers over HTTP; after every step everybody looks at everybody else. A history that breaks a promise is made \
            small and told as sentences; the command then ends with 1. Hosts tell everything over the API.

            Example:
              vitrine-bench histories --count 10000 --seed 1
            """)

    @Option(help: "How many histories.") var count: UInt64 = 1_000
    @Option(help: "The seed of the first; each that follows has the next one.") var seed: UInt64 = 0
    @Option(help: "Steps of a history after its world is made.") var steps = 24
    @Option(help: ArgumentHelp("Promises that are counted and not held.", valueName: "rule,…")) var open = ""

    func run() async throws {
        let rules = open.split(separator: ",").compactMap { Rule(rawValue: String($0)) }
        let histories = Histories(openPromises: Set(rules), length: steps)
        var told = 0
        let clock = ContinuousClock()
        let begun = clock.now
        let tally = try await Tally(histories, count: count, from: seed) { tally in
            for report in tally.reports.dropFirst(told) { FileLine.write(report) }
            told = tally.reports.count
        }
        for rule in tally.examples.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            FileLine.write("open: " + (tally.examples[rule] ?? ""))
        }
        FileLine.write(tally.text)
        let spent = begun.duration(to: clock.now).seconds / Double(max(1, tally.count))
        FileLine.write(String(format: "%.0f ms a history", spent * 1000))
        guard tally.broken == 0 else { throw ExitCode.failure }
    }
}
