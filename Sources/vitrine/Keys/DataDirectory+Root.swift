import Foundation
import Sealing

/// How the root key is come by.
extension DataDirectory {
    /// How the root key is made of a passphrase, where it is.
    var passphraseParameters: String { path + "/root.kdf" }

    private static let credentials = "CREDENTIALS_DIRECTORY"
    private static let credential = "vitrine.root-key"
    static let keyVariable = "VITRINE_ROOT_KEY"
    static let passphraseFileVariable = "VITRINE_PASSPHRASE_FILE"

    /// What applies: what was said, or else the first of file, credential, environment and passphrase that is there.
    var rootSource: RootKeySource {
        if let keySource { return keySource }
        let files = FileManager.default
        if files.fileExists(atPath: rootKey) { return .file(nil) }
        if let credential = Self.credentialFile, files.fileExists(atPath: credential) { return .credential }
        if getenv(Self.keyVariable) != nil { return .environment }
        if files.fileExists(atPath: passphraseParameters) { return .passphrase }
        return .file(nil)
    }

    /// The file of the root key, where it is in one that this program looks after.
    var rootKeyFile: String? {
        if case .file(let path) = rootSource { path ?? rootKey } else { nil }
    }

    /// What an operator calls the place of the root key.
    var rootName: String {
        switch rootSource {
        case .file(let path): "`\(path ?? rootKey)`"
        case .credential: "the credential `\(Self.credential)`"
        case .environment: "`\(Self.keyVariable)`"
        case .passphrase: "the passphrase"
        }
    }

    /// Reads the root key, or asks for the passphrase.
    func root() throws -> RootKey {
        switch rootSource {
        case .file(let path): return try RootKey(contentsOfFile: path ?? rootKey)
        case .credential:
            guard let file = Self.credentialFile else {
                throw CommandFailure(
                    "`\(Self.credentials)` is not set; systemd sets it where the unit has `LoadCredential=\(Self.credential):…`",
                    exitCode: .refused)
            }
            return try RootKey(contentsOfCredential: file)
        case .environment:
            guard var text = Self.takeVariable(Self.keyVariable) else {
                throw CommandFailure("`\(Self.keyVariable)` is not set", exitCode: .refused)
            }
            do {
                return try RootKey(text: &text)
            } catch {
                throw CommandFailure(
                    "`\(Self.keyVariable)` holds neither 64 hexadecimal digits nor 32 bytes in base64",
                    exitCode: .refused)
            }
        case .passphrase:
            var words = try Passphrase.read("passphrase of \(path): ")
            return try RootKey(passphrase: &words, parameters: try parameters(passphraseParameters))
        }
    }

    /// What to keep somewhere else.
    var keepingAdvice: String {
        switch rootSource {
        case .file(let path): "keep a copy of \(path ?? rootKey) somewhere else"
        case .passphrase:
            "keep a copy of \(passphraseParameters) and remember the passphrase: neither opens anything alone"
        case .credential, .environment: "keep a copy of \(rootName) somewhere else"
        }
    }

    /// The root key of a new directory: made, and kept where that is up to this program.
    func makeRoot() throws -> RootKey {
        switch keySource ?? .file(nil) {
        case .file(let path):
            let root = try RootKey.generate()
            try root.write(toNewFile: path ?? rootKey)
            return root
        case .passphrase:
            let parameters = PassphraseParameters.generate(random: SodiumRandom())
            var words = try Passphrase.read("passphrase of \(path): ")
            let root = try RootKey(passphrase: &words, parameters: parameters)
            try DurableFile.write(Array(parameters.text.utf8), toNew: passphraseParameters)
            return root
        case .credential, .environment: return try root()
        }
    }

    func parameters(_ path: String) throws -> PassphraseParameters {
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 4096 else {
            throw CommandFailure(
                "`\(path)` is missing; without it the passphrase makes no key, put it back", exitCode: .invalidData)
        }
        return try PassphraseParameters(text: String(decoding: bytes, as: UTF8.self))
    }

    private static var credentialFile: String? {
        ProcessInfo.processInfo.environment[credentials].map { "\($0)/\(credential)" }
    }

    /// Reads a variable once: its bytes are overwritten where the system shows them, and it is gone.
    static func takeVariable(_ name: String) -> [UInt8]? {
        guard let value = getenv(name) else { return nil }
        let length = strlen(value)
        let bytes = (0..<length).map { UInt8(bitPattern: value[$0]) }
        memset(value, 0, length)
        unsetenv(name)
        return bytes
    }
}
