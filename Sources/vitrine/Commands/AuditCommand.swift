import ArgumentParser
import Audit
import Foundation

/// What there is to be found by whoever steals something.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look for what should not be there.", subcommands: [Database.self])

    /// Opens the files as a thief would.
    struct Database: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what a thief of the data directory learns, and look for what none should.",
            discussion: """
                Prints everything that is in clear, with the reason. Scans every byte of the databases, their logs, free pages \
                and all other files for canaries and for every handle, name, number, order, instant and token that the root \
                key leads to, in many forms; tries to tie boxes together, and to guess class, category, owner and whether a \
                box is withheld from sizes and places, and which purchases are whose from what was written together. Reads the files as they lie there and changes none. Exit code 15 when \
                anything is found.

                Needs the directory to itself: stop the server, or audit a copy. The databases are copied into the directory \
                for as long as it takes.

                Examples:
                  vitrine audit database --data ./data
                  vitrine audit database --data ./data --canary 'Ada Lovelace' --json
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: ArgumentHelp("A text that must be nowhere; may be repeated.", valueName: "text"))
        var canary: [String] = []
        @Option(
            help: ArgumentHelp(
                "A copy of the directory, such as a thief takes while it is served, to be looked through instead.",
                valueName: "dir"))
        var copy: String?
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let settings = try await options.settings()
            let directory = try settings.directory()
            guard FileManager.default.fileExists(atPath: directory.path) else {
                throw CommandFailure("there is no data directory `\(directory.path)`", exitCode: .refused)
            }
            if let copy, !FileManager.default.fileExists(atPath: copy) {
                throw CommandFailure("there is no directory `\(copy)`", exitCode: .refused)
            }
            let lock = try directory.locked()
            let copies = "audit-copies"
            let ground = try await AuditGround.enumerate(
                directory, copies: "\(directory.path)/\(copies)", canaries: canary, policy: settings.policy,
                clock: try directory.clock(startingAt: try options.time.start()))
            let audit = copy.map { DirectoryAudit(path: $0) } ?? DirectoryAudit(path: directory.path, skipping: copies)
            let report = try await audit.run(
                needles: ground.needles, truths: ground.truths, erased: ground.erased)
            _ = consume lock
            Results.write(json ? try report.json() : report.text)
            if !report.isClean { throw ExitCode(CommandFailure.Code.auditFailed.rawValue) }
        }
    }
}
