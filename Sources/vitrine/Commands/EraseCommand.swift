import ArgumentParser
import Disclosure
import Domain
import Foundation

/// Erases people, and checks the certificates of it.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase a person, what has expired, or check the certificate of an erasure.",
        subcommands: [Person.self, Expired.self, Verify.self], defaultSubcommand: Person.self)

    struct Person: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase everything held about a person, and print a certificate of it.",
            discussion: """
                The keys go first; then everything they opened, and every mention by others. It cannot be undone, also not by \
                restoring a backup. The certificate names nobody; with the salt beside it, which is told this once, it can be \
                tied to the handle.

                Example:
                  vitrine erase --data ./data --person ada > certificate.json
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The handle of the person.") var person: String

        func run() async throws {
            let result = try await options.perform { perform in try await perform(.erase(person: person)) }
            if case .document(let bytes) = result { Results.write(String(decoding: bytes, as: UTF8.self)) }
        }
    }

    struct Expired: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase what retention.yaml keeps no longer; a server does so every day.",
            discussion: "Example:\n  vitrine erase expired --data ./data")

        @OptionGroup var options: InstallationOptions

        func run() async throws {
            let result = try await options.perform { perform in try await perform(.eraseExpired) }
            if case .document(let bytes) = result { Results.write(String(decoding: bytes, as: UTF8.self)) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a certificate: the signature, and whom it is about when the salt is given.",
            discussion: """
                Needs no data directory. Exit code 5 when it does not hold.

                Example:
                  vitrine erase verify certificate.json --public-key key.txt --person ada --salt …
                """)

        @Argument(help: "The certificate, as `erase` printed it.") var certificate: String
        @Option(parsing: .unconditional, help: "The salt that came with it; needs `--person`.") var salt: String?
        @Option(help: "The handle that it should be about; needs `--salt`.") var person: String?
        @Option(help: ArgumentHelp("A file with the public key to expect, in base64url.", valueName: "file"))
        var publicKey: String?

        func validate() throws {
            if (salt == nil) != (person == nil) { throw ValidationError("`--salt` and `--person` go together") }
        }

        func run() throws {
            let bytes = try Data(contentsOf: URL(filePath: certificate))
            let told = try? JSONDecoder().decode(CertifiedErasure.self, from: bytes)
            guard let told = try told?.certificate ?? JSONDecoder().decode(ErasureCertificate?.self, from: bytes) else {
                throw CommandFailure("`\(certificate)` holds no certificate", exitCode: .refused)
            }
            let key = try publicKey.map { path in
                let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
                guard let key = Base64URL.decode(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                    throw CommandFailure("`\(path)` holds no public key", exitCode: .refused)
                }
                return key
            }
            var claim: (handle: Handle, salt: [UInt8])?
            if let person, let salt {
                guard let handle = Handle(person), let bytes = Base64URL.decode(salt) else {
                    throw CommandFailure("the handle or the salt is malformed", exitCode: .refused)
                }
                claim = (handle, bytes)
            }
            do {
                try told.verify(publicKey: key, about: claim)
            } catch {
                throw CommandFailure(error.reason, exitCode: .invalidData)
            }
            Results.write(told.statement(isBound: claim != nil, isKeyKnown: key != nil))
        }
    }
}
