import CSodium

/// An archive sealed to a public key or under a passphrase, as a stream of chunks whose end is marked.
///
/// `magic ‖ version ‖ how ‖ opening ‖ stream header ‖ chunks`. The opening is a sealed box of the stream key, or salt
/// and cost of Argon2id. Whatever comes before the chunks is bound to the first of them. A sealed box says nothing of
/// who made it.
public enum SealedArchive {
    /// Who may open it.
    public enum Recipient: Sendable {
        /// The holder of the secret key to a public key of 32 bytes (X25519).
        case publicKey([UInt8])
        case passphrase([UInt8])
    }

    /// What opens it.
    public enum Opener: Sendable {
        /// A secret key of 32 bytes.
        case secretKey([UInt8])
        case passphrase([UInt8])
    }

    private static let magic = Array("VTAX".utf8)
    private static let version: UInt8 = 1
    private static let prefixLength = 6
    private static let chunk = 64 * 1024
    private static let chunkOverhead = 17
    private static let saltLength = 16
    private static let sealedKeyLength = 32 + 48
    /// Argon2id: three passes over 256 MiB.
    private static let passes: UInt64 = 3
    private static let memory = 256 << 20
    /// What is read is not believed beyond this: a made-up file must not take all memory or a day.
    private static let mostPasses: UInt64 = 10
    private static let mostMemory = 1 << 30

    /// A new pair of keys to seal to.
    public static func makeKeyPair() -> (publicKey: [UInt8], secretKey: [UInt8]) {
        precondition(Sodium.isReady, "libsodium does not start")
        var (publicKey, secretKey) = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 32))
        let status = unsafe crypto_box_keypair(&publicKey, &secretKey)
        precondition(status == 0, "keys can be made")
        return (publicKey, secretKey)
    }

    /// Seals; nothing for a public key that is none.
    public static func seal(
        _ content: [UInt8], to recipient: Recipient, random: any RandomSource = SodiumRandom()
    ) -> [UInt8]? {
        precondition(Sodium.isReady, "libsodium does not start")
        var key = random.bytes(32)
        defer { key.wipe() }
        var head = magic + [version]
        switch recipient {
        case .publicKey(let publicKey):
            guard publicKey.count == 32 else { return nil }
            var opening = [UInt8](repeating: 0, count: sealedKeyLength)
            guard unsafe crypto_box_seal(&opening, key, UInt64(key.count), publicKey) == 0 else { return nil }
            head += [1] + opening
        case .passphrase(let passphrase):
            let salt = random.bytes(saltLength)
            guard derive(&key, passphrase, salt, passes: passes, memory: memory) else { return nil }
            head += [2] + salt + octets(passes) + octets(UInt64(memory))
        }
        return stream(content, head: head, key: key)
    }

    private static func stream(_ content: [UInt8], head: [UInt8], key: [UInt8]) -> [UInt8] {
        var state = crypto_secretstream_xchacha20poly1305_state()
        var header = [UInt8](repeating: 0, count: 24)
        let begun = unsafe crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key)
        precondition(begun == 0, "a stream can be begun")
        var sealed = head + header
        sealed.reserveCapacity(sealed.count + content.count + (content.count / chunk + 1) * chunkOverhead)
        var start = 0
        repeat {
            let end = min(content.count, start + chunk)
            let part = Array(content[start..<end])
            var output = [UInt8](repeating: 0, count: part.count + chunkOverhead)
            let associated = start == 0 ? head : []
            // 3 marks the last chunk, 0 any other.
            let pushed = unsafe crypto_secretstream_xchacha20poly1305_push(
                &state, &output, nil, part, UInt64(part.count), associated, UInt64(associated.count),
                end == content.count ? 3 : 0)
            precondition(pushed == 0, "a chunk can be sealed")
            sealed += output
            start = end
        } while start < content.count
        return sealed
    }

    /// Opens what ``seal(_:to:)`` made.
    ///
    /// Errors: ``SealingError/malformed`` for what is no such archive, ``SealingError/unknownVersion``, and
    /// ``SealingError/refused`` for another key or passphrase, and for bytes that were altered, cut off or moved.
    public static func open(_ bytes: [UInt8], with opener: Opener) throws(SealingError) -> [UInt8] {
        guard Sodium.isReady else { throw .libraryUnavailable }
        guard bytes.count > prefixLength, Array(bytes[0..<4]) == magic else { throw .malformed }
        guard bytes[4] == version else { throw .unknownVersion }
        var key = [UInt8](repeating: 0, count: 32)
        defer { key.wipe() }
        let headLength = prefixLength + (bytes[5] == 1 ? sealedKeyLength : saltLength + 16)
        guard bytes.count >= headLength + 24 + chunkOverhead else { throw .malformed }
        let opening = Array(bytes[prefixLength..<headLength])
        switch (bytes[5], opener) {
        case (1, .secretKey(let secretKey)):
            guard secretKey.count == 32 else { throw .refused }
            var publicKey = [UInt8](repeating: 0, count: 32)
            guard unsafe crypto_scalarmult_base(&publicKey, secretKey) == 0,
                unsafe crypto_box_seal_open(&key, opening, UInt64(opening.count), publicKey, secretKey) == 0
            else { throw .refused }
        case (2, .passphrase(let passphrase)):
            let passes = number(opening, at: saltLength)
            let memory = number(opening, at: saltLength + 8)
            guard (1...mostPasses).contains(passes), (8192...UInt64(mostMemory)).contains(memory) else {
                throw .malformed
            }
            guard derive(&key, passphrase, Array(opening[..<saltLength]), passes: passes, memory: Int(memory)) else {
                throw .refused
            }
        case (1, _), (2, _): throw .refused
        default: throw .malformed
        }
        return try content(of: bytes, after: headLength, key: key)
    }

    private static func content(
        of bytes: [UInt8], after headLength: Int, key: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        var state = crypto_secretstream_xchacha20poly1305_state()
        let header = Array(bytes[headLength..<headLength + 24])
        guard unsafe crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) == 0 else { throw .refused }
        var content: [UInt8] = []
        var start = headLength + 24
        var associated = Array(bytes[..<headLength])
        var tag: UInt8 = 0
        while start < bytes.count, tag != 3 {
            let end = min(bytes.count, start + chunk + chunkOverhead)
            guard end - start >= chunkOverhead else { throw .refused }
            let part = Array(bytes[start..<end])
            var output = [UInt8](repeating: 0, count: part.count - chunkOverhead)
            guard
                unsafe crypto_secretstream_xchacha20poly1305_pull(
                    &state, &output, nil, &tag, part, UInt64(part.count), associated, UInt64(associated.count)) == 0
            else { throw .refused }
            content += output
            associated = []
            start = end
        }
        guard tag == 3, start == bytes.count else { throw .refused }
        return content
    }

    private static func derive(
        _ key: inout [UInt8], _ passphrase: [UInt8], _ salt: [UInt8], passes: UInt64, memory: Int
    ) -> Bool {
        let length = key.count
        return unsafe passphrase.withUnsafeBytes { passphrase in
            let text = unsafe UnsafeRawPointer(passphrase.octets).assumingMemoryBound(to: CChar.self)
            // 2 is Argon2id, version 1.3.
            return unsafe crypto_pwhash(
                &key, UInt64(length), text, UInt64(passphrase.count), salt, passes, memory, 2) == 0
        }
    }

    private static func octets(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }
}
