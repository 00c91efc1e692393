import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

@Suite struct OwnerKeysTests {
    private let name = RecordName(
        kind: .details, owner: Installation.ada, keyClass: .withheld, discriminator: .number(1))

    @Test func `keys out of their wrap open what was sealed before`() throws {
        let world = try Installation()
        let box = world.hierarchy.seal([5], as: name, with: world.keys.withheld)
        let again = try world.hierarchy.ownerKeys(for: Installation.ada, from: world.wrap)
        #expect(try world.opened(box, as: name, with: again.withheld) == [5])
    }

    @Test func `a wrap is refused for another person and under another root`() throws {
        let world = try Installation()
        let other = try Installation()
        #expect(throws: SealingError.refused) {
            try world.hierarchy.ownerKeys(for: Installation.ben, from: world.wrap)
        }
        #expect(throws: SealingError.refused) {
            try other.hierarchy.ownerKeys(for: Installation.ada, from: world.wrap)
        }
    }

    @Test func `a wrap altered or cut is refused`() throws {
        let world = try Installation()
        for index in world.wrap.bytes.indices {
            var bytes = world.wrap.bytes
            bytes[index] ^= 1
            #expect(throws: SealingError.self) {
                try world.hierarchy.ownerKeys(for: Installation.ada, from: SealedBox(bytes: bytes))
            }
            #expect(throws: SealingError.self) {
                try world.hierarchy.ownerKeys(
                    for: Installation.ada, from: SealedBox(bytes: Array(world.wrap.bytes[..<index])))
            }
        }
    }

    @Test func `a seed opens under its root alone, and gives the same addresses again`() throws {
        let world = try Installation.known()
        let again = try KeyHierarchy(
            root: try Installation.rootKey(Installation.knownRoot), wrappedSeed: world.seed, random: SodiumRandom())
        #expect(again.address(of: name) == world.hierarchy.address(of: name))
        #expect(throws: SealingError.refused) {
            _ = try KeyHierarchy(root: try RootKey.generate(), wrappedSeed: world.seed, random: SodiumRandom())
        }
    }

    @Test func `a source that repeats itself makes no keys`() throws {
        #expect(throws: SealingError.weakRandomness) { try Installation(random: ConstantRandom()) }
    }
}
