import Domain

@_spi(EnforcementPoint) @testable import Sealing

/// A key hierarchy of known or of random keys, with the keys of one person.
struct Installation {
    static let ada = PersonID(rawValue: 7)
    static let ben = PersonID(rawValue: 8)
    static let knownRoot = [UInt8](0x80..<0xA0)

    let hierarchy: KeyHierarchy
    let seed: SealedBox
    let keys: OwnerKeys
    let wrap: SealedBox

    init(random: any RandomSource = SodiumRandom(), root: [UInt8]? = nil) throws {
        let root = try Self.rootKey(root ?? random.bytes(32))
        seed = try KeyHierarchy.makeSeed(root: root, random: random)
        hierarchy = try KeyHierarchy(root: root, wrappedSeed: seed, random: random)
        (keys, wrap) = try hierarchy.makeOwnerKeys(for: Self.ada)
    }

    /// Everything that is not given counts up from zero.
    static func known() throws -> Installation {
        try Installation(random: CountingRandom(), root: knownRoot)
    }

    static func rootKey(_ bytes: [UInt8]) throws -> RootKey {
        RootKey(try secretKey(bytes))
    }

    static func secretKey(_ bytes: [UInt8]) throws -> SecretKey {
        SecretKey(in: try LockedMemory()) { $0.copyBytes(from: bytes) }
    }

    func opened<Class>(
        _ box: SealedBox, as name: RecordName, with key: RecordKey<Class>
    ) throws -> [UInt8] {
        try hierarchy.open(box, as: name, with: key).withBytes { bytes in bytes.withUnsafeBytes { [UInt8]($0) } }
    }
}
