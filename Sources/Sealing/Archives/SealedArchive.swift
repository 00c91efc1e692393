import CSodium

/// An archive sealed to a public key or under a passphrase, as a stream of pieces whose end is marked.
///
/// `magic ‖ version ‖ how ‖ opening ‖ stream header ‖ commitment ‖ pieces`. The opening is a sealed box of a secret, or the
/// salt and the costs by which one is made of a passphrase. The key of the stream is made of the secret and of all that
/// stands before; the commitment is checked first, so that no file opens under two passphrases. A sealed box says nothing
/// of who made it.
public enum SealedArchive {
    /// Who may open it.
    public enum Recipient: Sendable {
        /// The holder of the secret key to a public key, see ``KeyRecipient``.
        case publicKey([UInt8])
        case passphrase([UInt8])
    }

    /// What opens it.
    public enum Opener: Sendable {
        case secretKey([UInt8])
        case passphrase([UInt8])
    }

    private enum Way: UInt8 {
        case publicKey = 1
        case passphrase = 2

        var openingByteCount: Int {
            switch self {
            case .publicKey: SecretKey.byteCount + Int(crypto_box_sealbytes())
            case .passphrase: PassphraseParameters.encodedByteCount
            }
        }
    }

    private static let magic = Array("VTAX".utf8)
    private static let version: UInt8 = 1
    private static let piece = 64 * 1024
    private static let commitmentByteCount = 32

    /// Errors: ``SealingError/recipientMalformed`` for a public key that is none, and those of a passphrase.
    public static func seal(
        _ content: [UInt8], to recipient: Recipient, random: any RandomSource = SodiumRandom()
    ) throws(SealingError) -> [UInt8] {
        guard Sodium.isReady else { throw .libraryUnavailable }
        let memory = try LockedMemory()
        switch recipient {
        case .publicKey(let publicKey):
            let secret = SecretKey(in: memory, random: random)
            var bytes = unsafe secret.withBytes { bytes in unsafe [UInt8](bytes) }
            defer { bytes.wipe() }
            return sealed(content, Way.publicKey, try KeyRecipient.seal(bytes, to: publicKey), secret)
        case .passphrase(let passphrase):
            let parameters = PassphraseParameters.generate(random: random)
            let secret = try SecretKey(in: memory, passphrase: passphrase, parameters: parameters)
            return sealed(content, Way.passphrase, parameters.encoded, secret)
        }
    }

    private static func sealed(
        _ content: [UInt8], _ way: Way, _ opening: [UInt8], _ secret: borrowing SecretKey
    ) -> [UInt8] {
        let head = magic + [version, way.rawValue] + opening
        var stream = SecretStream.Sealing(key: streamKey(head, secret))
        var sealed = head + stream.header + commitment(head + stream.header, secret)
        var start = 0
        repeat {
            let end = min(content.count, start + piece)
            sealed += stream.seal(Array(content[start..<end]), isLast: end == content.count)
            start = end
        } while start < content.count
        return sealed
    }

    /// Opens what ``seal(_:to:random:)`` made.
    ///
    /// Errors: ``SealingError/malformed`` for what is no such archive, ``SealingError/unknownVersion``,
    /// ``SealingError/passphraseParametersExcessive`` for costs that nobody pays, and ``SealingError/refused`` for another key
    /// or passphrase, and for bytes that were altered, cut off or moved.
    public static func open(_ bytes: [UInt8], with opener: Opener) throws(SealingError) -> [UInt8] {
        guard Sodium.isReady else { throw .libraryUnavailable }
        let prefix = magic.count + 2
        guard bytes.count > prefix, bytes.starts(with: magic) else { throw .malformed }
        guard bytes[magic.count] == version else { throw .unknownVersion }
        guard let way = Way(rawValue: bytes[magic.count + 1]) else { throw .malformed }
        let head = prefix + way.openingByteCount
        let pieces = head + SecretStream.headerByteCount + commitmentByteCount
        guard bytes.count >= pieces + SecretStream.overhead else { throw .malformed }
        let secret = try secret(way, Array(bytes[prefix..<head]), opener)
        let begun = head + SecretStream.headerByteCount
        let expected = commitment(Array(bytes[..<begun]), secret)
        let found = Array(bytes[begun..<pieces])
        guard unsafe sodium_memcmp(expected, found, expected.count) == 0,
            var stream = SecretStream.Opening(
                Array(bytes[head..<begun]), key: streamKey(Array(bytes[..<head]), secret))
        else { throw .refused }
        var content: [UInt8] = []
        var start = pieces
        while start < bytes.count {
            let end = min(bytes.count, start + piece + SecretStream.overhead)
            guard let opened = stream.open(Array(bytes[start..<end])) else { throw .refused }
            content += opened
            start = end
        }
        guard stream.isComplete else { throw .refused }
        return content
    }

    private static func secret(
        _ way: Way, _ opening: [UInt8], _ opener: Opener
    ) throws(SealingError) -> SecretKey {
        let memory = try LockedMemory()
        switch (way, opener) {
        case (.publicKey, .secretKey(let key)):
            let bytes: SecretBytes
            do {
                bytes = try KeyRecipient.open(opening, with: key)
            } catch {
                throw .refused
            }
            return bytes.withBytes { span in
                unsafe span.withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
            }
        case (.passphrase, .passphrase(let passphrase)):
            return try SecretKey(in: memory, passphrase: passphrase, parameters: PassphraseParameters(encoded: opening))
        case (.publicKey, _), (.passphrase, _): throw .refused
        }
    }

    private static func streamKey(_ head: [UInt8], _ secret: borrowing SecretKey) -> SecretKey {
        let bytes = [UInt8](ascii: "stream") + head
        return unsafe SecretKey(in: secret.memory) { slot in
            unsafe bytes.withUnsafeBytes { bytes in unsafe KeyedHash.compute(into: slot, key: secret, of: bytes) }
        }
    }

    private static func commitment(_ begun: [UInt8], _ secret: borrowing SecretKey) -> [UInt8] {
        let bytes = [UInt8](ascii: "commit") + begun
        return unsafe [UInt8](unsafeUninitializedCapacity: commitmentByteCount) { output, count in
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe KeyedHash.compute(
                    into: UnsafeMutableRawBufferPointer(start: output.baseAddress, count: commitmentByteCount),
                    key: secret, of: bytes)
            }
            count = commitmentByteCount
        }
    }
}

extension [UInt8] {
    fileprivate init(ascii text: StaticString) { self = Array("\(text)".utf8) }
}
