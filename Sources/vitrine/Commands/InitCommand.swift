import ArgumentParser
import Foundation

/// Makes a data directory.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make the databases and the root key of a new data directory.",
        discussion: """
            The root key opens everything; without it nothing can be read again. It is made in root.key (mode 0600) unless \
            `--key-source` names another place. Keep a copy apart from the databases. Nothing that exists is overwritten.

            Examples:
              vitrine init --data ./data
              vitrine init --data ./data --key-source passphrase
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Make it for rehearsals: `--clock` may be used on it, so historical input can be tried out.")
    var rehearsal = false

    func run() async throws {
        let settings = try await Settings.load(
            flags: data.flags, file: data.config, environment: ProcessInfo.processInfo.environment)
        let directory = try await DataDirectory.create(
            at: try settings.requiredData(), rehearsal: rehearsal, keySource: settings.keySource)
        Results.write("made \(directory.path); \(directory.keepingAdvice)")
    }
}
