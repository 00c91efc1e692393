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
            lists. `export open` opens one that was sealed, `export keys` makes keys to seal to.

            Examples:
              vitrine export --data ./data --person ada --out ada.tar
              vitrine export keys --out ada.key
              vitrine export --data ./data --person ada --out ada.sealed --seal-to 3q2-7w…
              vitrine export open ada.sealed --key ada.key --out ada.tar
            """,
        subcommands: [Write.self, Open.self, Keys.self], defaultSubcommand: Write.self)

    /// Writes an archive.
    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "write", abstract: "Write everything held about a person into one archive.",
            shouldDisplay: false)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The handle of the person.") var person: String
        @Option(help: ArgumentHelp("The archive, which must not be there yet.", valueName: "file")) var out: String
        @Option(help: ArgumentHelp("Seal it to this public key.", valueName: "key")) var sealTo: String?
        @Flag(help: "Seal it under a passphrase, read as a line from standard input.") var passphrase = false

        func validate() throws {
            if sealTo != nil, passphrase { throw ValidationError("seal either to a key or under a passphrase") }
        }

        func run() async throws {
            let recipient = try recipient()
            let result = try await options.perform { perform in try await perform(.exportPerson(person: person)) }
            guard case .archive(let text) = result, let archive = Base64URL.decode(text) else {
                throw CommandFailure("no archive came back", exitCode: .failure)
            }
            guard let recipient else { return try ExportFile.write(archive, to: out) }
            guard let sealed = SealedArchive.seal(archive, to: recipient) else {
                throw CommandFailure("it cannot be sealed to this key", exitCode: .refused)
            }
            try ExportFile.write(sealed, to: out)
        }

        private func recipient() throws -> SealedArchive.Recipient? {
            if passphrase { return .passphrase(try ExportFile.passphrase()) }
            return try sealTo.map { text in
                guard let key = Base64URL.decode(text), key.count == 32 else {
                    throw CommandFailure(
                        "`--seal-to` takes the key that `vitrine export keys` printed", exitCode: .refused)
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
        @Option(help: ArgumentHelp("The secret key, a file of `export keys`.", valueName: "file")) var key: String?
        @Flag(help: "It is under a passphrase, read as a line from standard input.") var passphrase = false
        @Option(help: ArgumentHelp("The archive, which must not be there yet.", valueName: "file")) var out: String

        func validate() throws {
            guard (key != nil) != passphrase else { throw ValidationError("say either `--key FILE` or `--passphrase`") }
        }

        func run() async throws {
            let opener: SealedArchive.Opener
            if let key {
                let text = String(decoding: try ExportFile.read(key), as: UTF8.self)
                opener = .secretKey(Base64URL.decode(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? [])
            } else {
                opener = .passphrase(try ExportFile.passphrase())
            }
            do {
                try ExportFile.write(try SealedArchive.open(try ExportFile.read(file), with: opener), to: out)
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

    /// Makes keys to seal to.
    struct Keys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a pair of keys: the secret one goes into a file, the public one is printed.",
            discussion: "Example:\n  vitrine export keys --out ada.key")

        @Option(help: ArgumentHelp("The secret key, which must not be there yet.", valueName: "file")) var out: String

        func run() async throws {
            let pair = SealedArchive.makeKeyPair()
            try ExportFile.write(Array((Base64URL.encode(pair.secretKey) + "\n").utf8), to: out)
            Results.write(Base64URL.encode(pair.publicKey))
        }
    }
}
