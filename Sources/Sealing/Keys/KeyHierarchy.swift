public import Domain
import Synchronization

/// The keys of one installation: what the root key opens, and what the derivation seed gives.
///
/// The root key wraps the seed and the keys of owners. The seed is the parent of all keys for addresses, digests,
/// opaque envelopes and service records; a new root key leaves it as it is. All lie in locked memory.
public final class KeyHierarchy: Sendable {
    /// Longer plaintexts are not sealed: 1 MiB.
    public static let largestPlaintext = 1 << 20

    /// Where the wrapped seed is kept.
    ///
    /// The one address that everybody knows.
    public static let seedAddress = Address(bytes: seedAddressBytes)
    private static let seedAddressBytes = [UInt8]("vitrine.seed.one".utf8)

    let random: any RandomSource
    let ownerWrapKeys: RecordSubkeys
    let addressKey: SecretKey
    let envelopeKeys: RecordSubkeys
    let envelopeNonceKey: SecretKey
    let signingWrapKeys: RecordSubkeys
    let backupKey: SecretKey
    let backupCommitmentKey: SecretKey
    private let digestKeys: [DigestPurpose: DigestKey]
    let memory: LockedMemory

    /// The key of the records that belong to no owner.
    public let serviceKey: RecordKey<ServiceClass>

    /// The key of what is kept beside the wraps: the narrowing journal, tombstones.
    ///
    /// It comes from the seed, so that a new root key and new owner keys leave it as it is.
    public let keeperKey: RecordKey<ServiceClass>

    private let signing = Mutex<SigningKey?>(nil)

    /// A new derivation seed, wrapped by the root key; to be kept at ``seedAddress``.
    public static func makeSeed(
        root: borrowing RootKey, random: any RandomSource
    ) throws(SealingError) -> SealedBox {
        var seed = random.bytes(SecretKey.byteCount)
        precondition(seed.count == SecretKey.byteCount, "the random source gave too few bytes")
        defer { seed.wipe() }
        let keys = root.wrapKeys(for: .seed)
        return SealedBox(
            bytes: RecordCodec.seal(
                seed, paddedTo: PaddingLadder.size(for: seed.count), as: seedForm,
                nonce: random.bytes(RecordHeader.nonceByteCount), keys: keys))
    }

    /// Errors: those of opening the seed; ``SealingError/refused`` under another root key.
    public init(
        root: consuming RootKey, wrappedSeed: SealedBox, random: any RandomSource
    ) throws(SealingError) {
        let seed = try Self.openSeed(wrappedSeed, root: root)
        self.random = random
        memory = seed.memory
        ownerWrapKeys = root.wrapKeys(for: .ownerKeys)
        addressKey = SubkeyPath(scope: .address, use: .parent).derive(from: seed)
        envelopeKeys = RecordSubkeys(
            of: seed, scope: .envelope, kind: ReservedKind.envelope.rawValue, classCode: ReservedKind.classCode)
        envelopeNonceKey = SubkeyPath(scope: .envelope, use: .nonce).derive(from: seed)
        serviceKey = RecordKey(SubkeyPath(scope: .service, use: .parent).derive(from: seed))
        keeperKey = RecordKey(SubkeyPath(scope: .keeper, use: .parent).derive(from: seed))
        signingWrapKeys = RecordSubkeys(
            of: seed, scope: .signing, kind: ReservedKind.signingKey.rawValue, classCode: ReservedKind.classCode)
        backupKey = SubkeyPath(scope: .backup, use: .parent).derive(from: seed)
        backupCommitmentKey = SubkeyPath(scope: .backup, use: .commitment).derive(from: seed)
        var digestKeys: [DigestPurpose: DigestKey] = [:]
        for purpose in DigestPurpose.allCases { digestKeys[purpose] = DigestKey(purpose, seed: seed) }
        self.digestKeys = digestKeys
    }

    func adopt(_ signing: SigningKey) {
        self.signing.withLock { $0 = signing }
    }

    /// The key that exports and certificates are signed with, once it was made or read.
    public var signingKey: SigningKey? { signing.withLock(\.self) }

    /// How many bytes of key memory are locked.
    ///
    /// Less than ``totalBytes`` where the system has refused a lock.
    public var lockedBytes: Int { memory.lockedByteCount }

    /// How many bytes of key memory there are.
    public var totalBytes: Int { memory.totalByteCount }

    /// Keyed BLAKE2b-256 over the parts, each preceded by its length, under the key of the purpose.
    public func digest(_ purpose: DigestPurpose, _ parts: [[UInt8]]) -> [UInt8] {
        guard let key = digestKeys[purpose] else { preconditionFailure("every purpose has a key") }
        return key.digest(parts)
    }

    private static var seedForm: RecordAssociated {
        RecordAssociated(.seed, owner: nil, address: AddressHash(seedAddress))
    }

    private static func openSeed(
        _ box: SealedBox, root: borrowing RootKey
    ) throws(SealingError) -> SecretKey {
        let keys = root.wrapKeys(for: .seed)
        let memory = root.key.memory
        let plaintext = try RecordCodec.open(box.bytes, as: seedForm, keys: keys)
        return try plaintext.withBytes { bytes throws(SealingError) in
            guard bytes.count == SecretKey.byteCount else { throw .malformed }
            return unsafe bytes.withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
        }
    }
}
