import ArgumentParser
import Foundation

/// Makes a data directory.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make the databases and the root key of a new data directory.",
        discussion: """
            The root key (root.key, mode 0600) opens everything; without it nothing can be read again. Keep a copy apart from \
            the databases. Nothing that exists is overwritten.

            Example:
              vitrine init --data ./data
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Make it for rehearsals: `--clock` may be used on it, so historical input can be tried out.")
    var rehearsal = false

    func run() async throws {
        let settings = try await Settings.load(
            flags: data.flags, file: data.config, environment: ProcessInfo.processInfo.environment)
        let directory = try await DataDirectory.create(at: try settings.requiredData(), rehearsal: rehearsal)
        Results.write("made \(directory.path); keep a copy of \(directory.rootKey) somewhere else")
    }
}
