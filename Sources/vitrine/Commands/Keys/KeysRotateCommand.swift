import ArgumentParser
import Foundation

/// Replaces the root key.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Put a new root key in the place of the old one.",
        discussion: """
            Takes one short write, whatever there is of records, and a server goes on serving. The old key opens nothing of \
            this directory any more, but old copies of keys.db: to heal a theft of it, run `vitrine keys reseal` as well.

            Examples:
              vitrine keys rotate --data ./data
              vitrine keys rotate --data ./data --new-root-key /run/keys/new.key
            """)

    @OptionGroup var options: InstallationOptions
    @Option(help: ArgumentHelp("A file of the new root key, instead of one that is made.", valueName: "file"))
    var newRootKey: String?
    @Option(
        help: ArgumentHelp("A file of the new passphrase, where the key is made of one.", valueName: "file"))
    var newPassphraseFile: String?

    func run() async throws {
        let absolute = { (path: String) in URL(filePath: path).path(percentEncoded: false) }
        let result = try await options.perform { perform in
            try await perform(
                .keys(.rotate(newKeyFile: newRootKey.map(absolute), newPassphraseFile: newPassphraseFile.map(absolute)))
            )
        }
        if case .keys(let report) = result {
            Results.write(
                "the keys of \(report.owners) owners are wrapped by a new root key; keep a copy of it somewhere else")
        }
    }
}
