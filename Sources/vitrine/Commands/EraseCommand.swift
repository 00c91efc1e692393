import ArgumentParser
import Disclosure
import Domain
import Foundation

/// Erases people, and checks the certificates of it.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase a person, what has expired, or check the certificate of an erasure.",
        subcommands: [
            Person.self, Status.self, Certificate.self, Acknowledge.self, Expired.self, Verify.self,
        ], defaultSubcommand: Person.self)

    struct Person: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase everything held about a person, and print a certificate of it.",
            discussion: """
                The keys go first; then everything they opened, and every mention by others; then both databases are written \
                anew and looked through for traces. It cannot be undone, also not by restoring a backup. The certificate names \
                nobody; with the salt beside it, it can be tied to the handle. Both are kept until they are acknowledged, for \
                \(Erasure.certificateDays) days at most, and can be fetched again by the erasure's id. With `--out` they are on \
                disk in that file before anything is printed. An erasure that fails half way goes on by itself; asking again \
                goes on with it.

                Example:
                  vitrine erase --data ./data --person ada --out certificate.json
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The handle of the person.") var person: String
        @OptionGroup var target: CertificateTarget

        func run() async throws {
            try target.check()
            let result = try await options.perform { perform in try await perform(.erase(person: person)) }
            if case .document(let bytes) = result { try target.write(bytes) }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how far an erasure is, and go on with it.",
            discussion: """
                Prints `requested`, `keys-gone`, `records-gone` or `clean`. Exit code 1 while it is not clean.

                Example:
                  vitrine erase status --data ./data er_…
                """)

        @OptionGroup var options: InstallationOptions
        @Argument(help: "The id of the erasure.") var id: String

        func run() async throws {
            let told = try await CertifiedErasure.fetch(id, options)
            Results.write(told.erasure.state ?? "")
            if told.erasure.certificate == nil { throw ExitCode(CommandFailure.Code.failure.rawValue) }
        }
    }

    struct Certificate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the certificate of an erasure, with its salt, again.",
            discussion: "Example:\n  vitrine erase certificate --data ./data --out certificate.json er_…")

        @OptionGroup var options: InstallationOptions
        @Argument(help: "The id of the erasure.") var id: String
        @OptionGroup var target: CertificateTarget

        func run() async throws {
            try target.check()
            let told = try await CertifiedErasure.fetch(id, options)
            guard told.erasure.certificate != nil else {
                throw CommandFailure(
                    "the erasure is not finished; it is in the state `\(told.erasure.state ?? "")`", exitCode: .failure)
            }
            try target.write(told.bytes)
        }
    }

    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete the certificate of an erasure here, as whoever asked for it has it.",
            discussion: "Example:\n  vitrine erase acknowledge --data ./data er_…")

        @OptionGroup var options: InstallationOptions
        @Argument(help: "The id of the erasure.") var id: String

        func run() async throws {
            _ = try await options.perform { perform in try await perform(.acknowledgeErasure(id: id)) }
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
            let bytes = try Self.contents(of: certificate)
            let told = try? JSONDecoder().decode(CertifiedErasure.self, from: bytes)
            guard let told = told?.certificate ?? (try? JSONDecoder().decode(ErasureCertificate.self, from: bytes))
            else {
                throw CommandFailure("`\(certificate)` holds no certificate", exitCode: .refused)
            }
            let key = try publicKey.map { path in
                let text = String(decoding: try Self.contents(of: path), as: UTF8.self)
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

        private static func contents(of path: String) throws -> Data {
            guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
                throw CommandFailure("`\(path)` cannot be read", exitCode: .refused)
            }
            return bytes
        }
    }
}

/// Where a certificate goes: to a file first where one is named, and to standard output.
struct CertificateTarget: ParsableArguments {
    @Option(help: ArgumentHelp("Write certificate and salt to a new file, too.", valueName: "file"))
    var out: String?

    /// Refuses a file that is there, before anything is erased.
    func check() throws {
        guard let out, FileManager.default.fileExists(atPath: out) else { return }
        throw CommandFailure("`\(out)` is there already; it is not overwritten", exitCode: .refused)
    }

    /// Writes what is told; the file is on disk before anything is printed.
    func write(_ document: [UInt8]) throws {
        if let out { try DurableFile.write(document + Array("\n".utf8), toNew: out) }
        Results.write(String(decoding: document, as: UTF8.self))
    }
}

extension CertifiedErasure {
    /// What is told of an erasure, and the bytes that tell it.
    fileprivate static func fetch(
        _ id: String, _ options: InstallationOptions
    ) async throws -> (erasure: CertifiedErasure, bytes: [UInt8]) {
        let result = try await options.perform { perform in try await perform(.erasureStatus(id: id)) }
        guard case .document(let bytes) = result,
            let erasure = try? JSONDecoder().decode(CertifiedErasure.self, from: Data(bytes))
        else { throw CommandFailure("the server answered something unexpected", exitCode: .failure) }
        return (erasure, bytes)
    }
}
