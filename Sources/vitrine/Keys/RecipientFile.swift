import Domain
import Foundation
import Sealing

/// The file of the secret key that exports and archives are sealed to, as `vitrine keys recipient` makes it.
enum RecipientFile {
    /// The caller wipes what it gets.
    static func secretKey(in path: String) throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int, let bytes = FileManager.default.contents(atPath: path)
        else { throw CommandFailure("`\(path)` cannot be read", exitCode: .refused) }
        guard mode & 0o077 == 0 else {
            throw CommandFailure("others can read `\(path)`; `chmod 600` it", exitCode: .refused)
        }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let key = Base64URL.decode(text), key.count == KeyRecipient.keyByteCount else {
            throw CommandFailure("`\(path)` holds no secret key of `vitrine keys recipient`", exitCode: .refused)
        }
        return key
    }
}
