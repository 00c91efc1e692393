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
    let addressKey: SecretKey
    let envelopeKeys: RecordSubkeys
    let envelopeNonceKey: SecretKey
    let signingWrapKeys: RecordSubkeys
    let backupKey: SecretKey
    let backupCommitmentKey: SecretKey
    /// Kept for wrapping it anew.
    let seed: SecretKey
    private let digestKeys: [DigestPurpose: DigestKey]
    let memory: LockedMemory

    private struct State {
        var roots: RootKeys
        var service: RecordKey<ServiceClass>
        var signing: SigningKey?
    }

    private let state: Mutex<State>
    /// The key of the service that comes from the seed.
    let firstServiceRing: KeyRing

    /// The key of the records that belong to no owner.
    public var serviceKey: RecordKey<ServiceClass> { state.withLock { $0.service } }

    /// The key of what is kept beside the wraps: counters, state, the narrowing journal, tombstones.
    ///
    /// It comes from the seed, and no re-sealing changes it: what lies beside the wraps is never in a copy of the records.
    public let keeperKey: RecordKey<ServiceClass>

    /// The generation that records are sealed under now.
    public var generation: UInt32 { serviceKey.sealing.generation }

    var rootKeys: RootKeys { state.withLock { $0.roots } }

    /// A new derivation seed, wrapped by the root key; to be kept at ``seedAddress``.
    public static func makeSeed(
        root: borrowing RootKey, random: any RandomSource
    ) throws(SealingError) -> SealedBox {
        var seed = random.bytes(SecretKey.byteCount)
        precondition(seed.count == SecretKey.byteCount, "the random source gave too few bytes")
        defer { seed.wipe() }
        return wrapped(seed: seed, under: root.wrapKeys(for: .seed), random: random)
    }

    static func wrapped(seed: [UInt8], under keys: RecordSubkeys, random: any RandomSource) -> SealedBox {
        SealedBox(
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
        addressKey = SubkeyPath(scope: .address, use: .parent).derive(from: seed)
        envelopeKeys = RecordSubkeys(
            of: seed, scope: .envelope, kind: ReservedKind.envelope.rawValue, classCode: ReservedKind.classCode)
        envelopeNonceKey = SubkeyPath(scope: .envelope, use: .nonce).derive(from: seed)
        firstServiceRing = KeyRing(
            SubkeyPath(scope: .service, use: .parent).derive(from: seed), keyClass: .service)
        keeperKey = RecordKey([
            KeyRing(SubkeyPath(scope: .keeper, use: .parent).derive(from: seed), keyClass: .service)
        ])
        signingWrapKeys = RecordSubkeys(
            of: seed, scope: .signing, kind: ReservedKind.signingKey.rawValue, classCode: ReservedKind.classCode)
        state = Mutex(
            State(
                roots: RootKeys(current: RootSubkeys(root), next: nil), service: RecordKey([firstServiceRing]),
                signing: nil))
        backupKey = SubkeyPath(scope: .backup, use: .parent).derive(from: seed)
        backupCommitmentKey = SubkeyPath(scope: .backup, use: .commitment).derive(from: seed)
        var digestKeys: [DigestPurpose: DigestKey] = [:]
        for purpose in DigestPurpose.allCases { digestKeys[purpose] = DigestKey(purpose, seed: seed) }
        self.digestKeys = digestKeys
        self.seed = seed
    }

    func adopt(_ service: RecordKey<ServiceClass>) {
        state.withLock { $0.service = service }
    }

    func adopt(_ signing: SigningKey) {
        state.withLock { $0.signing = signing }
    }

    /// The key that exports and certificates are signed with, once it was made or read.
    public var signingKey: SigningKey? { state.withLock { $0.signing } }

    func change(_ change: (inout RootKeys) -> Void) {
        state.withLock { change(&$0.roots) }
    }

    /// Opens a wrap under the root in use, or the one that follows.
    func openWrap(
        _ wrap: SealedBox, as form: RecordAssociated, _ keys: (RootSubkeys) -> RecordSubkeys
    ) throws(SealingError) -> Plaintext {
        let roots = rootKeys
        do throws(SealingError) {
            return try RecordCodec.open(wrap.bytes, as: form, keys: keys(roots.current))
        } catch {
            guard let next = roots.next else { throw error }
            return try RecordCodec.open(wrap.bytes, as: form, keys: keys(next))
        }
    }

    /// How many bytes of key memory are locked.
    ///
    /// Less than ``totalBytes`` where the system has refused a lock.
    public var lockedBytes: Int { memory.lockedByteCount }

    /// How many bytes of key memory there are.
    public var totalBytes: Int { memory.totalByteCount }

    /// How many keys there is room for, and how many there are.
    public var slots: (total: Int, used: Int) { memory.slots }

    /// Keyed BLAKE2b-256 over the parts, each preceded by its length, under the key of the purpose.
    public func digest(_ purpose: DigestPurpose, _ parts: [[UInt8]]) -> [UInt8] {
        guard let key = digestKeys[purpose] else { preconditionFailure("every purpose has a key") }
        return key.digest(parts)
    }

    static var seedForm: RecordAssociated {
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
