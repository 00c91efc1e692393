package import Disclosure
import Domain
package import FeedBuilder
package import FriendShops
package import PolicyEngine
package import Sealing
package import Storage
package import VitrineTesting

/// A whole service in memory, under a clock that tests set.
package final class World: Sendable {
    /// A Monday.
    package static let start = "2026-01-05T10:00:00Z"

    package let records: SampleRecords
    package let keyStore: InMemoryKeyStore
    package let catalogue: InMemoryStore
    package let keys: KeyHierarchy
    package let clock: FixedClock
    package let random: SampleRandom
    package let point: EnforcementPoint
    package let shops: FriendShops
    package let feed: FeedBuilder

    /// A world with goods and without people.
    package convenience init(
        policy: Policy? = nil, seed: UInt64 = 1, memory: MemoryBudget = .standard,
        catalogue: InMemoryStore = InMemoryStore(), grouping: any RaiseGrouping = ByDisplayedForm()
    ) async throws {
        let random = SampleRandom(seed: seed)
        let root = try RootKey.generate()
        let wrapped = try KeyHierarchy.makeSeed(root: root, random: random)
        try await self.init(
            records: SampleRecords(), inMemory: InMemoryKeyStore(), catalogue: catalogue,
            keys: KeyHierarchy(root: root, wrappedSeed: wrapped, random: random),
            clock: FixedClock(try Self.instant(Self.start)), random: random,
            policy: try policy ?? SamplePolicy.load(), permission: PolicyPermission(), memory: memory,
            grouping: grouping)
        try await point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await point.catalogue.put(SampleCatalogue.entries())
    }

    /// A world of its own under the keys of another, so that the same things have the same names in both.
    package convenience init(
        twinOf other: World, policy: Policy? = nil, grouping: any RaiseGrouping = ByDisplayedForm()
    ) async throws {
        try await self.init(
            records: SampleRecords(), inMemory: InMemoryKeyStore(), catalogue: InMemoryStore(), keys: other.keys,
            clock: FixedClock(try Self.instant(Self.start)), random: SampleRandom(seed: 1),
            policy: try policy ?? SamplePolicy.load(), permission: PolicyPermission(),
            memory: .standard, grouping: grouping)
        try await point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await point.catalogue.put(SampleCatalogue.entries())
    }

    /// A world over records elsewhere, without people and without goods.
    package convenience init(over store: any SealedStore, keys keyStore: (any KeyStore)? = nil) async throws {
        let random = SampleRandom(seed: 1)
        let root = try RootKey.generate()
        let wrapped = try KeyHierarchy.makeSeed(root: root, random: random)
        try await self.init(
            records: SampleRecords(), inMemory: InMemoryKeyStore(), catalogue: InMemoryStore(),
            keys: KeyHierarchy(root: root, wrappedSeed: wrapped, random: random),
            clock: FixedClock(try Self.instant(Self.start)), random: random, policy: SamplePolicy.load(),
            permission: PolicyPermission(), memory: .standard, grouping: ByDisplayedForm(), store: store,
            keyStore: keyStore)
    }

    /// The same world without what was in memory, over stores that were opened anew.
    package func reopened(over store: any SealedStore, keys keyStore: any KeyStore) async throws -> World {
        try await World(
            records: records, inMemory: self.keyStore, catalogue: catalogue, keys: keys, clock: clock, random: random,
            policy: point.rulebook.policy, permission: PolicyPermission(), memory: .standard,
            grouping: ByDisplayedForm(), store: store, keyStore: keyStore)
    }

    private init(
        records: SampleRecords, inMemory: InMemoryKeyStore, catalogue: InMemoryStore, keys: KeyHierarchy,
        clock: FixedClock, random: SampleRandom, policy: Policy, permission: PolicyPermission?,
        memory: MemoryBudget, grouping: any RaiseGrouping, store: (any SealedStore)? = nil,
        keyStore: (any KeyStore)? = nil, origin: RecordsOrigin = .served
    ) async throws {
        self.records = records
        self.keyStore = inMemory
        self.catalogue = catalogue
        self.keys = keys
        self.clock = clock
        self.random = random
        point = try await EnforcementPoint(
            records: store ?? records, keyStore: keyStore ?? inMemory, catalogue: catalogue, keys: keys, policy: policy,
            permission: permission, grouping: grouping, clock: clock, random: random, memory: memory,
            origin: origin)
        shops = FriendShops(point: point)
        feed = FeedBuilder(point: point, shops: shops)
    }

    /// The same stores, opened anew: nothing of what was in memory is left.
    package func reopened(
        policy: Policy? = nil, _ permission: PolicyPermission? = PolicyPermission(),
        grouping: any RaiseGrouping = ByDisplayedForm(), origin: RecordsOrigin = .served
    ) async throws -> World {
        try await World(
            records: records, inMemory: keyStore, catalogue: catalogue, keys: keys, clock: clock, random: random,
            policy: policy ?? point.rulebook.policy, permission: permission, memory: .standard,
            grouping: grouping, origin: origin)
    }
}
