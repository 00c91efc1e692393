import ArgumentParser
import Domain
import Foundation
import Sealing

/// Takes keys in from an export.
struct KeysImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take keys in from an export, after all of it was checked.",
        discussion: """
            No server may hold the directory. Where keys.db is missing it is made anew, under the root key of the directory; \
            then `--signer` says whose signature is trusted. People who were erased since stay erased.

            Example:
              vitrine keys import keys.vtkx --data ./data --secret-key recovery.key --signer KEY
            """)

    @OptionGroup var options: InstallationOptions
    @Argument(help: "The export.") var file: String
    @Option(help: ArgumentHelp("The file of the secret key that it was sealed to.", valueName: "file"))
    var secretKey: String
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Who signed it, as `keys status` and `keys export` print it.", valueName: "key"))
    var signer: String?

    func run() async throws {
        let settings = try await options.settings()
        let directory = try settings.directory()
        let lock = try directory.locked()
        let owners = try await KeyImport(
            directory: directory, policy: settings.policy,
            clock: try directory.clock(startingAt: options.time.start())
        ).run(export: file, secretKey: secretKey, signer: signer)
        _ = consume lock
        Results.write("took in the keys of \(owners) owners")
    }
}
