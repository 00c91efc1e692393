public import Domain

/// Everything that opens an installation, in the clear for as long as the value lives: seed, keys of the service and of
/// owners, signing key.
///
/// Sensitivity: as that of the root key. All of it lies in locked memory.
public final class KeyExport: Sendable {
    static let magic: [UInt8] = [0x56, 0x54, 0x4B, 0x58]
    static let version: UInt8 = 1
    /// What a signature is over begins with this, so that it is good for nothing else.
    static let domain = [UInt8]("vitrine.keys.export.1".utf8)
    static let largestByteCount = 1 << 30

    /// Rises with every export of an installation.
    public let counter: UInt64
    public let madeAt: Instant
    /// Against which the signature was checked.
    public let signer: [UInt8]
    /// What the enforcement point keeps with the keys, as it was given.
    public let state: [UInt8]
    let contents: Contents

    /// The keys themselves.
    final class Contents: Sendable {
        let memory: LockedMemory
        let seed: SecretKey
        let signingSeed: SecretKey
        /// Of the service's keys, as their wrap has it; empty where the seed's own are in use.
        let service: SecretBytes?
        let owners: [(person: PersonID, material: SecretBytes)]

        init(
            memory: LockedMemory, seed: consuming SecretKey, signingSeed: consuming SecretKey, service: SecretBytes?,
            owners: [(person: PersonID, material: SecretBytes)]
        ) {
            self.memory = memory
            self.seed = seed
            self.signingSeed = signingSeed
            self.service = service
            self.owners = owners
        }
    }

    /// Whose keys these are.
    public var people: [PersonID] { contents.owners.map(\.person) }

    init(counter: UInt64, madeAt: Instant, signer: [UInt8], state: [UInt8], contents: Contents) {
        self.counter = counter
        self.madeAt = madeAt
        self.signer = signer
        self.state = state
        self.contents = contents
    }
}
