import ArgumentParser
import Foundation
import PolicyLab

/// Tells what is shown of the purchases of a data directory.
struct PolicyUsefulnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usefulness",
        abstract: "Count in which form each audience would see the purchases of a data directory.",
        discussion: """
            As if everybody shared at the default levels, at the widest, and at hints: by class, audience and form, with the \
            share of ordinary purchases that each audience sees. Of each class of tier coarsen it tells how likely the \
            class is by the form alone, beside its base rate: the share it has under the same label whatever the form. \
            For operators: it counts what is withheld, too.

            Example:
              vitrine policy usefulness --data ./data
            """)

    @OptionGroup var options: InstallationOptions
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let result = try await options.perform { perform in try await perform(.policyUsefulness(json: json)) }
        if case .document(let bytes) = result {
            Results.write(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
        }
    }
}
