import ArgumentParser
import FeedAPI
import Foundation

/// Makes a backup of the records.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a sealed backup of the records, without the keys.",
        discussion: """
            While a server holds the directory it goes on serving, and the backup holds everything as it was at one moment. The \
            file is checked from its first byte to its last before it gets its name. It opens with the keys of this \
            directory alone: keep keys.db and the root key somewhere else.

            Example:
              vitrine backup --data ./data --out ./vitrine-2026-11-20.backup
            """)

    @OptionGroup var options: InstallationOptions
    @Option(help: ArgumentHelp("The file to make; nothing is overwritten.", valueName: "file")) var out: String

    private static let bytesALine: UInt64 = 64 << 20

    func run() async throws {
        let path = URL(filePath: out).path(percentEncoded: false)
        let standing = try await options.perform { perform in
            var reporter = ProgressReporter(
                title: "backup", totalBytes: nil, output: .standardError, clock: MonotonicTime.clock)
            var result = try await perform(.backup(path: path))
            var told = BackupStanding()
            while case .backup(let standing) = result, standing.isRunning {
                if standing.step != told.step || standing.bytes >= told.bytes + Self.bytesALine {
                    reporter.note("\(standing.step): \(standing.bytes >> 20) MiB")
                    told = standing
                }
                try await MonotonicTime.server.sleep(.milliseconds(100))
                result = try await perform(.backupProgress)
            }
            guard case .backup(let standing) = result else { return BackupStanding() }
            return standing
        }
        if let failure = standing.failure { throw CommandFailure(failure.message, exitCode: failure.exitCode) }
        guard let report = standing.report else { throw CommandFailure("no backup was made", exitCode: .failure) }
        Results.write("made \(out): \(report.text)")
    }
}
