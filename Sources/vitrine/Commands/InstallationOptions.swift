import ArgumentParser
import Domain
import Foundation

/// The options of every command that works through an installation.
struct InstallationOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("A directory of policies, instead of the one built in.", valueName: "dir"))
    var policies: String?

    @Option(
        help: ArgumentHelp(
            "A directory of an overlay, which narrows the policy; may be repeated.", valueName: "dir"))
    var overlay: [String] = []

    @OptionGroup var time: ClockOption

    func settings() async throws -> Settings {
        var flags = data.flags
        if let policies { flags[.policies] = policies }
        if !overlay.isEmpty { flags[.overlay] = overlay.joined(separator: ":") }
        return try await Settings.load(
            flags: flags, file: data.config, environment: ProcessInfo.processInfo.environment)
    }

    /// Carries out operations, here or by the server that owns the directory.
    func perform<Result: Sendable>(
        _ body: (_ perform: (Operation) async throws -> OperationResult) async throws -> Result
    ) async throws -> Result {
        let settings = try await settings()
        return try await Site.with(
            try settings.directory(), policy: settings.policy, clock: try time.start(),
            body)
    }
}

/// When the clock starts, where it may be set.
struct ClockOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Start the clock at this instant, in a data directory made with `init --rehearsal`.", valueName: "instant"))
    var clock: String?

    func start() throws -> Instant? {
        try clock.map { text in
            guard let instant = Instant(text) else {
                throw ValidationError("`--clock \(text)`: expected an instant like 2018-06-01T00:00:00Z")
            }
            return instant
        }
    }
}

/// Writes results to standard output.
enum Results {
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
