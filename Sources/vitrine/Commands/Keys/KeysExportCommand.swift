import ArgumentParser
import Domain
import Foundation

/// Writes all keys to a file, sealed to a public key.
struct KeysExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all keys to a file, sealed to a public key and signed.",
        discussion: """
            A backup holds no keys; together with this file and the secret key it can be read. Note the signer that is \
            printed: an import into an empty directory asks for it.

            Example:
              vitrine keys export --data ./data --to $(cat recovery.pub) --out keys.vtkx
            """)

    @OptionGroup var options: InstallationOptions
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The public key, as `keys recipient` prints it.", valueName: "key"))
    var to: String
    @Option(help: ArgumentHelp("Where the export goes; nothing is overwritten.", valueName: "file")) var out: String

    func run() async throws {
        guard let recipient = Base64URL.decode(to) else {
            throw CommandFailure("`--to` takes a public key as `vitrine keys recipient` prints it", exitCode: .refused)
        }
        let file = URL(filePath: out).path(percentEncoded: false)
        let result = try await options.perform { perform in
            try await perform(.keys(.export(recipient: recipient, file: file)))
        }
        if case .keys(let report) = result {
            Results.write("export \(report.exports) of the keys of \(report.owners) owners, signed by \(report.signer)")
        }
    }
}
