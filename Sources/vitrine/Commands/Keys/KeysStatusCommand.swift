import ArgumentParser
import Foundation

/// Says how the keys stand.
struct KeysStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say which keys are in use, and what is still to be sealed anew.")

    @OptionGroup var options: InstallationOptions
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let result = try await options.perform { perform in try await perform(.keys(.status)) }
        guard case .keys(let report) = result else { return }
        guard json else { return Results.write(report.text) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        Results.write(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
}
