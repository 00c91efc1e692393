import ArgumentParser
import Domain
import Foundation

/// Puts a backup in the place of the records.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the records.",
        discussion: """
            The whole backup is checked before anything is touched, and refused when it is cut short, altered, of another \
            installation or of a newer version. Stop the server first. What was narrowed or erased since the backup was made \
            stays narrowed and erased: the journal beside the keys says so.

            Examples:
              vitrine restore --data ./data ./vitrine-2026-11-20.backup
              vitrine restore --data ./data --verify-only ./vitrine-2026-11-20.backup
            """)

    @OptionGroup var options: InstallationOptions
    @Flag(help: "Check the backup, and change nothing.") var verifyOnly = false
    @Argument(help: "The backup.") var file: String

    func run() async throws {
        let settings = try await options.settings()
        let directory = try settings.directory()
        let lock = try directory.locked()
        var reporter = ProgressReporter(
            title: verifyOnly ? "verify" : "restore", totalBytes: nil, output: .standardError,
            clock: MonotonicTime.clock)
        let restoration = Restoration(directory: directory)
        var pieces = 0
        let progress: BackupFile.Progress = { done, _ in
            pieces += 1
            reporter.update(rows: pieces, bytes: Int(clamping: done))
        }
        if verifyOnly {
            Results.write("sound: \(try await restoration.verify(file, progress: progress).text)")
        } else {
            let clock = try directory.clock(startingAt: try options.time.start())
            let (report, wasBehind, lacksTaxonomy) = try await restoration.run(
                file, policy: settings.policy, clock: clock, progress: progress)
            Results.write("restored: \(report.text)")
            if wasBehind {
                Results.write("it was older than what was narrowed or erased since; that was applied again")
            }
            if wasBehind, lacksTaxonomy {
                Results.write(
                    "its taxonomy is not the one there was last: nothing is shown until `vitrine import taxonomy` has brought "
                        + "that back")
            }
        }
        _ = consume lock
    }
}
