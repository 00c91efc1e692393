import ArgumentParser
import Domain
import Foundation
import Sealing

/// Gives a person everything that is held about them.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything held about a person into one archive.",
        discussion: """
            A tar file of JSON and CSV, described by a manifest; nothing of anybody else but the handles in the person's own \
            lists. `export open` opens one that was sealed, `keys recipient` makes keys to seal to.

            Examples:
              vitrine export --data ./data --person ada --out ada.tar
              vitrine keys recipient --out ada.key
              vitrine export --data ./data --person ada --out ada.sealed --seal-to 3q2-7w…
              vitrine export open ada.sealed --key ada.key --out ada.tar
            """,
        subcommands: [Write.self, Open.self], defaultSubcommand: Write.self)

    /// Writes an archive.
    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "write", abstract: "Write everything held about a person into one archive.",
            shouldDisplay: false)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The handle of the person.") var person: String
        @Option(help: ArgumentHelp("The archive, which must not be there yet.", valueName: "file")) var out: String
        @Option(parsing: .unconditional, help: ArgumentHelp("Seal it to this public key.", valueName: "key"))
        var sealTo: String?
        @OptionGroup var passphrase: PassphraseOptions

        func validate() throws {
            if sealTo != nil, passphrase.isGiven { throw ValidationError("seal either to a key or under a passphrase") }
        }

        func run() async throws {
            let recipient = try recipient()
            let result = try await options.perform { perform in try await perform(.exportPerson(person: person)) }
            guard case .archive(let text) = result, let archive = Base64URL.decode(text) else {
                throw CommandFailure("no archive came back", exitCode: .failure)
            }
            let content = try recipient.map { try SealedArchive.seal(archive, to: $0) } ?? archive
            try DurableFile.write(content, toNew: out)
        }

        private func recipient() throws -> SealedArchive.Recipient? {
            if let words = try passphrase.words() { return .passphrase(words) }
            return try sealTo.map { text in
                guard let key = Base64URL.decode(text), key.count == KeyRecipient.keyByteCount else {
                    throw CommandFailure(
                        "`--seal-to` takes the key that `vitrine keys recipient` printed", exitCode: .refused)
                }
                return .publicKey(key)
            }
        }
    }

    /// Opens a sealed archive.
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a sealed archive.",
            discussion: "Example:\n  vitrine export open ada.sealed --key ada.key --out ada.tar")

        @Argument(help: "The sealed archive.") var file: String
        @Option(help: ArgumentHelp("The secret key, a file of `keys recipient`.", valueName: "file")) var key: String?
        @OptionGroup var passphrase: PassphraseOptions
        @Option(help: ArgumentHelp("The archive, which must not be there yet.", valueName: "file")) var out: String

        func validate() throws {
            guard (key != nil) != passphrase.isGiven else {
                throw ValidationError("say either `--key FILE` or how the passphrase is come by")
            }
        }

        func run() async throws {
            let opener: SealedArchive.Opener
            if let key {
                opener = .secretKey(try RecipientFile.secretKey(in: key))
            } else {
                opener = .passphrase(try passphrase.words() ?? [])
            }
            guard let sealed = FileManager.default.contents(atPath: file) else {
                throw CommandFailure("`\(file)` cannot be read", exitCode: .refused)
            }
            do {
                try DurableFile.write(try SealedArchive.open(Array(sealed), with: opener), toNew: out)
            } catch let error as SealingError {
                switch error {
                case .malformed: throw CommandFailure("`\(file)` is no sealed archive", exitCode: .refused)
                case .unknownVersion:
                    throw CommandFailure("`\(file)` is of a version this program does not know", exitCode: .refused)
                default:
                    throw CommandFailure(
                        "`\(file)` does not open: another key or passphrase, or altered", exitCode: .refused)
                }
            }
        }
    }
}
