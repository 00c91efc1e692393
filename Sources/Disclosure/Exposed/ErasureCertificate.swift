public import Domain
import Sealing

/// A signed statement that somebody was erased: what, when, and against which older copies.
///
/// Holds no handle and no number: the subject is a digest under a random salt that only the person was told.
public struct ErasureCertificate: Codable, Equatable, Sendable {
    public static let saltByteCount = 32
    private static let currentVersion = 1

    public let version: Int
    /// A digest that tells the installation from others.
    public let installation: String
    public let subject: String
    /// RFC 3339 in UTC.
    public let erasedAt: String
    /// Boxes that were deleted, and people whose lists or history named the person.
    public let records: Int
    public let mentions: Int
    /// The generation of the person's keys: copies of the records made before open with copies of the keys of this
    /// generation and those before it, and with nothing else.
    public let keyGeneration: UInt32
    /// Such copies are in exports of keys up to this counter; zero when there was none.
    public let lastKeyExport: UInt64
    public let publicKey: String
    public let signature: String

    init(
        installation: [UInt8], subject: [UInt8], extent: Erasure.Extent, older: Erasure.OlderCopies, signer: SigningKey
    ) {
        let unsigned = ErasureCertificate(
            version: Self.currentVersion, installation: Base64URL.encode(installation),
            subject: Base64URL.encode(subject), erasedAt: extent.at.description, records: extent.records,
            mentions: extent.mentions, keyGeneration: older.keyGeneration, lastKeyExport: older.lastKeyExport,
            publicKey: Base64URL.encode(signer.publicKey), signature: "")
        self.init(signed: unsigned, signature: Base64URL.encode(signer.sign(unsigned.signedBytes)))
    }

    private init(
        version: Int, installation: String, subject: String, erasedAt: String, records: Int, mentions: Int,
        keyGeneration: UInt32, lastKeyExport: UInt64, publicKey: String, signature: String
    ) {
        self.version = version
        self.installation = installation
        self.subject = subject
        self.erasedAt = erasedAt
        self.records = records
        self.mentions = mentions
        self.keyGeneration = keyGeneration
        self.lastKeyExport = lastKeyExport
        self.publicKey = publicKey
        self.signature = signature
    }

    private init(signed other: ErasureCertificate, signature: String) {
        self.init(
            version: other.version, installation: other.installation, subject: other.subject,
            erasedAt: other.erasedAt, records: other.records, mentions: other.mentions,
            keyGeneration: other.keyGeneration, lastKeyExport: other.lastKeyExport,
            publicKey: other.publicKey, signature: signature)
    }

    /// The digest that stands for a handle.
    public static func subject(_ handle: Handle, salt: [UInt8]) -> [UInt8] {
        var writer = RecordWriter()
        writer.put("vitrine.erasure.subject")
        writer.put(salt) { $0.put($1) }
        writer.put(handle.text)
        return PublicDigest.blake2b256(writer.bytes)
    }

    /// What the signature is over: every field but the signature, each preceded by its length.
    private var signedBytes: [UInt8] {
        var writer = RecordWriter()
        writer.put("vitrine.erasure.certificate")
        writer.put(UInt32(clamping: version))
        for text in [installation, subject, erasedAt, publicKey] { writer.put(text) }
        writer.put(Int64(records))
        writer.put(Int64(mentions))
        writer.put(keyGeneration)
        writer.put(lastKeyExport)
        return writer.bytes
    }

    /// What is wrong with a certificate.
    public enum Fault: Error, Equatable, Sendable {
        case unknownVersion
        /// Another key than the expected one signed it.
        case anotherKey
        /// The signature is not over this content.
        case signature
        /// It is about somebody else, or the salt is another.
        case anotherSubject
    }

    /// Checks the signature, and whose it is when told.
    public func verify(publicKey expected: [UInt8]? = nil, about claim: (handle: Handle, salt: [UInt8])? = nil)
        throws(Fault)
    {
        guard version == Self.currentVersion else { throw .unknownVersion }
        guard let key = Base64URL.decode(publicKey), let bytes = Base64URL.decode(signature) else { throw .signature }
        if let expected, expected != key { throw .anotherKey }
        guard SigningKey.verify(bytes, over: signedBytes, publicKey: key) else { throw .signature }
        guard let claim else { return }
        guard Base64URL.decode(subject) == Self.subject(claim.handle, salt: claim.salt) else { throw .anotherSubject }
    }
}
