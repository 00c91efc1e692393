import ArgumentParser
import FeedAPI
import Foundation

/// Seals every record anew.
struct KeysResealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reseal", abstract: "Seal every record anew, under new keys of owners.",
        discussion: """
            Goes on in the background of a server, or here without one; killed, it goes on where it was when it is run again. \
            Purchases come to lie among what is open or withheld as the policy in force says. All records are touched, in a \
            random order, so that the disk does not show which of them changed.

            Example:
              vitrine keys reseal --data ./data
            """)

    @OptionGroup var options: InstallationOptions
    @Flag(help: "Give up what does not open, so that the old keys can go.") var giveUp = false
    @Flag(help: "Leave it to the server, and do not wait.") var detach = false

    func run() async throws {
        let report = try await options.perform { perform in
            var reporter = ProgressReporter(
                title: "sealing anew", totalBytes: nil, output: .standardError, clock: MonotonicTime.clock)
            var result = try await perform(.keys(.reseal(givingUp: giveUp)))
            while case .resealing(let report) = result, report.isRunning, !detach {
                reporter.update(rows: report.records, bytes: 0)
                try await MonotonicTime.server.sleep(.milliseconds(100))
                result = try await perform(.keys(.progress))
            }
            guard case .resealing(let report) = result else { return ResealingReport?.none }
            reporter.update(rows: report.records, bytes: 0)
            reporter.finish()
            return report
        }
        guard let report, !detach else { return }
        if report.hasFailed {
            throw CommandFailure("sealing anew has stopped; run it again", exitCode: .failure)
        }
        guard report.recordsLeft == 0 else {
            throw CommandFailure(
                "records do not open: \(report.recordsLeft) were left as they are, of \(report.unreadableOwners) owners, "
                    + "and so were the old keys; put them back from a backup, or give them up for good with "
                    + "`vitrine keys reseal --give-up`", exitCode: .invalidData)
        }
        Results.write("\(report.records) records of \(report.owners) owners are sealed anew")
    }
}
