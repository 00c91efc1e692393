/// Why a key or a sealed record cannot be used.
///
/// No case carries personal data.
public enum SealingError: Error, Hashable, Sendable {
    /// libsodium does not start.
    case libraryUnavailable
    /// The bytes are no sealed record: too short, of a size that is never written, or of another magic.
    case malformed
    /// The record is of a version that this program does not know.
    case unknownVersion
    /// The record is of a key generation that this program does not hold.
    case unknownGeneration
    /// The record was not sealed under this key, name and counter, or was altered.
    case refused
    /// The random source gave the same key twice.
    case weakRandomness

    /// The passphrase has fewer than ``RootKey/shortestPassphrase`` bytes.
    case passphraseTooShort
    /// What says how the root key is made of a passphrase is something else.
    case passphraseParametersMalformed
    /// It asks for more time or memory than is ever given, or for so little that a passphrase could be tried out.
    case passphraseParametersExcessive
    /// There is not as much memory as the passphrase's parameters ask for.
    case passphraseCostsTooMuch

    /// What exports are to be sealed to is no X25519 public key.
    case recipientMalformed
    /// The bytes are no export of keys, or not the whole of one.
    case exportMalformed
    /// The export was sealed to another key, altered, or signed by somebody else.
    case exportRefused

    /// There is no root key file.
    case rootKeyAbsent
    /// A root key file stands there already; it is never overwritten.
    case rootKeyExists
    /// The root key file is a directory, a link or a device.
    case rootKeyNotRegularFile
    /// Others than the file's owner may read or write the root key file.
    case rootKeyPermissions
    /// The root key file holds neither 32 bytes nor 64 hexadecimal digits.
    case rootKeyMalformed
    /// The root key file cannot be read.
    case rootKeyUnreadable
    /// The root key file cannot be written.
    case rootKeyUnwritable
}
