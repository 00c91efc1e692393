import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

@Suite struct GenerationTests {
    private let world: Installation
    private let name = RecordName(
        kind: .details, owner: Installation.ada, keyClass: .withheld, discriminator: .number(1))
    private let service = RecordName(kind: .directory, owner: nil, keyClass: .service, discriminator: .texts(["ada"]))

    init() throws {
        world = try Installation()
    }

    @Test func `records of both generations open while there are keys of both, and then of the newer alone`() throws {
        let old = world.hierarchy.seal([1], as: name, with: world.keys.withheld)
        let extended = try #require(try world.hierarchy.extending(world.wrap, of: Installation.ada, to: 2))
        #expect(try world.hierarchy.extending(extended, of: Installation.ada, to: 2) == nil)
        let both = try world.hierarchy.ownerKeys(for: Installation.ada, from: extended)
        #expect(both.generation == 2)
        let new = world.hierarchy.seal([2], as: name, with: both.withheld)
        #expect(KeyHierarchy.generation(of: old) == 1 && KeyHierarchy.generation(of: new) == 2)
        #expect(new.bytes.starts(with: KeyHierarchy.header(ofGeneration: 2)))
        #expect(try world.opened(old, as: name, with: both.withheld) == [1])
        #expect(try world.opened(new, as: name, with: both.withheld) == [2])
        let contracted = try #require(try world.hierarchy.contracting(extended, of: Installation.ada))
        #expect(try world.hierarchy.contracting(contracted, of: Installation.ada) == nil)
        let newest = try world.hierarchy.ownerKeys(for: Installation.ada, from: contracted)
        #expect(try world.opened(new, as: name, with: newest.withheld) == [2])
        #expect(throws: SealingError.unknownGeneration) { try world.opened(old, as: name, with: newest.withheld) }
        #expect(Set([world.wrap, extended, contracted].map(\.bytes.count)).count == 1)
    }

    @Test func `a box said to be of another generation is refused`() throws {
        let extended = try #require(try world.hierarchy.extending(world.wrap, of: Installation.ada, to: 2))
        let keys = try world.hierarchy.ownerKeys(for: Installation.ada, from: extended)
        var bytes = world.hierarchy.seal([2], as: name, with: keys.withheld).bytes
        bytes[3] = 1
        #expect(throws: SealingError.refused) {
            try world.opened(SealedBox(bytes: bytes), as: name, with: keys.withheld)
        }
    }

    @Test func `the service gets a key that the seed does not give`() throws {
        let old = world.hierarchy.seal([1], as: service, with: world.hierarchy.serviceKey)
        let wrap = try #require(try world.hierarchy.extendingService(nil, to: 2))
        try world.hierarchy.adoptServiceKeys(from: wrap)
        #expect(world.hierarchy.generation == 2)
        #expect(try world.opened(old, as: service, with: world.hierarchy.serviceKey) == [1])
        let contracted = try #require(try world.hierarchy.contractingService(wrap))
        try world.hierarchy.adoptServiceKeys(from: contracted)
        #expect(throws: SealingError.unknownGeneration) {
            try world.opened(old, as: service, with: world.hierarchy.serviceKey)
        }
        let third = try #require(try world.hierarchy.extendingService(contracted, to: 3))
        try world.hierarchy.adoptServiceKeys(from: third)
        #expect(world.hierarchy.generation == 3)
    }

    @Test func `under a new root everything that was wrapped opens, and under the old one nothing`() throws {
        let root = try RootKey.generate()
        let isFirst = world.hierarchy.prepareRotation(to: root)
        let isSecond = world.hierarchy.prepareRotation(to: try RootKey.generate())
        #expect(isFirst && !isSecond)
        let seed = world.hierarchy.rewrappedSeed()
        let wrap = try world.hierarchy.rewrapped(world.wrap, of: Installation.ada)
        #expect(KeyHierarchy.opens(seed, root: root) && !KeyHierarchy.opens(world.seed, root: root))
        // Both open for as long as it goes on.
        _ = try world.hierarchy.ownerKeys(for: Installation.ada, from: world.wrap)
        _ = try world.hierarchy.ownerKeys(for: Installation.ada, from: wrap)
        world.hierarchy.completeRotation()
        _ = try world.hierarchy.ownerKeys(for: Installation.ada, from: wrap)
        #expect(throws: SealingError.refused) {
            try world.hierarchy.ownerKeys(for: Installation.ada, from: world.wrap)
        }
        let again = try KeyHierarchy(root: root, wrappedSeed: seed, random: SodiumRandom())
        #expect(again.address(of: name) == world.hierarchy.address(of: name))
    }

    @Test func `names that differ anywhere have other forms, whatever their parts are`() {
        var random = SystemRandomNumberGenerator()
        var forms: Set<[UInt8]> = []
        var names: Set<RecordName> = []
        for _ in 0..<20_000 {
            let pieces = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                String(
                    repeating: ["a", "\0", "é"].randomElement(using: &random) ?? "",
                    count: Int.random(in: 0...2, using: &random))
            }
            let discriminator: RecordName.Discriminator =
                switch Int.random(in: 0...2, using: &random) {
                case 0: .number(UInt64.random(in: 0...300, using: &random))
                case 1: .texts(pieces)
                default: .bytes(pieces.flatMap(\.utf8))
                }
            let name = RecordName(
                kind: RecordKind.allCases.randomElement(using: &random) ?? .head,
                owner: Bool.random(using: &random) ? PersonID(rawValue: UInt64.random(in: 1...3, using: &random)) : nil,
                keyClass: KeyClass.allCases.randomElement(using: &random) ?? .open, discriminator: discriminator)
            names.insert(name)
            forms.insert(world.hierarchy.address(of: name).bytes)
        }
        #expect(forms.count == names.count)
    }
}
