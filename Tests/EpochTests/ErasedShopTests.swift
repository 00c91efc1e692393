import Domain
import FriendShops
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Synchronization
import Testing
import VitrineTesting

@testable import Disclosure

/// What others did in the shop of somebody who asks to be forgotten.
struct ErasedShopTests {
    private struct KilledError: Error {}

    /// Friends of ada's who bought in her shop, took back, wait to be counted, and looked in; zoe has nothing to do with her.
    private func town() async throws -> EpochWorld {
        let town = try await EpochWorld.town(friends: 12, knowing: 12)
        let world = town.world
        try await world.put("zoe")
        try await world.buy("tea-1", by: "zoe", at: "2026-01-20T09:00:00Z", order: "zoe", waiting: false)
        try await town.epochs.setOnBoard(true, of: world.id("ada"))
        try await town.epochs.setInviter(world.id("ada"), of: world.id("f3"))
        try await buy(town, 0..<6, order: "a")
        try await town.visits(by: 0..<12)
        try await town.wait(days: 20)
        try await buy(town, 1..<2, order: "a", isReturned: true)
        try await buy(town, 2..<3, order: "b")
        try await world.buy(
            "pill-1", by: EpochWorld.name(8), at: "2026-02-08T09:00:00Z", order: "withheld", shop: "ada", waiting: false
        )
        try await town.visits(by: 4..<8)
        try await town.epochs.flush()
        try await putOnBoard("ada", world)
        return town
    }

    /// As a tick of many more people would.
    private func putOnBoard(_ name: String, _ world: World) async throws {
        let (point, person) = (world.point, try await world.id(name))
        var state = try await point.epochBook.state(point)
        state.board = [person]
        let made = state
        try await point.vault.write { transaction in
            let log = try await transaction.raised(.epochLog)
            transaction.put(made.encoded(), as: log, with: point.vault.keys.serviceKey)
        }
        point.epochBook.set(made)
    }

    private func buy(
        _ town: EpochWorld, _ numbers: Range<Int>, order: String, isReturned: Bool = false
    ) async throws {
        for number in numbers {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "\(order)\(number)",
                total: 10_000, shop: "ada", isReturned: isReturned, waiting: false)
        }
    }

    /// Where in other people's records the person is named.
    private func places(naming person: PersonID, in world: World) async throws -> [RecordName] {
        let vault = world.point.vault
        var places: [RecordName] = []
        for other in try await world.point.people.all() where other != person {
            let keys = try #require(try await vault.ownerKeys(of: other))
            let head = try #require(try await vault.head(of: other)?.value)
            let visits = try await vault.counted([.visits(of: other)], with: { _ in keys.withheld }, Visits.init)[0]
            if visits?.shops.values.contains(where: { $0.contains(person) }) == true {
                places.append(.visits(of: other))
            }
            let sales = try await vault.counted([.sales(of: other)], with: { _ in keys.withheld }, [Sale].init)[0]
            if sales?.contains(where: { $0.shop == person }) == true { places.append(.sales(of: other)) }
            let standing = try await vault.counted(
                [.standing(of: other)], with: { _ in keys.open }, BoardStanding.init)[0]
            if standing?.inviter == person { places.append(.standing(of: other)) }
            if head.friends[person] != nil { places.append(.head(other)) }
            places += try await details(naming: person, of: head, OwnerRecords(open: vault))
            places += try await details(naming: person, of: head, OwnerRecords(withheld: vault))
        }
        let log = try await vault.counted([.epochLog], with: { _ in vault.keys.serviceKey }, EpochState.init)[0]
        if log?.board.contains(person) == true { places.append(.epochLog) }
        return places
    }

    private func details<Class: SealingClass>(
        naming person: PersonID, of head: Head, _ records: OwnerRecords<Class>
    ) async throws -> [RecordName] {
        let facts = try await records.facts(of: head)
        let shops = try await records.details(facts.map { .init(owner: head.id, $0) }) { $1.shop }
        return zip(facts, shops).filter { $1 == .some(person) }
            .map { fact, _ in .details(head.id, Class.keyClass, fact.ordinal) }
    }

    @Test func `they name that person no more, and what named nobody is the same byte for byte`() async throws {
        let town = try await town()
        let (world, ada) = (town.world, try await town.world.id("ada"))
        let naming = try await places(naming: ada, in: world)
        // Twelve heads, four visits, seven buyers, eight purchases, an invitation and the board.
        #expect(naming.count == 33)
        let before = world.records.all
        let extent = try #require(try await world.point.erasure.erase(World.handle("ada"))?.told).certificate
        #expect(extent.mentions == 12)
        #expect(try await places(naming: ada, in: world).isEmpty)
        let after = world.records.all
        let changed = Set(before.keys.filter { after[$0] != nil && after[$0] != before[$0] })
        var service = [RecordName.recordsMark, .roster(.roster, 1), .epochLog].map(world.keys.address)
        // They had said that she is a close friend, which their histories tell.
        for number in 0..<12 {
            let head = try #require(try await world.point.vault.head(of: world.id(EpochWorld.name(number)))?.value)
            service += (0..<head.historyCount).map { world.keys.address(of: .history(head.id, $0)) }
        }
        let named = Set(naming.map(world.keys.address))
        #expect(changed.isSuperset(of: named))
        #expect(changed.subtracting(named).subtracting(service).isEmpty)
        // What was left to be settled is nobody's, and a return of it is taken in like any other.
        try await world.buy(
            "tea-1", by: EpochWorld.name(4), at: "2026-01-20T09:00:00Z", order: "a4", total: 10_000, isReturned: true,
            waiting: false)
        try await town.wait(days: 30)
        #expect(world.point.failedOpenCount == 0)
    }

    @Test func `a visit that is not written down yet is not written down any more`() async throws {
        let town = try await town()
        let ada = try await town.world.id("ada")
        try await town.visits(by: 9..<12)
        try await town.world.remove("ada")
        // Those who come while the shop goes are no other.
        town.epochs.note(visitor: try await town.world.id(EpochWorld.name(9)), at: ada)
        try await town.epochs.flush()
        #expect(try await places(naming: ada, in: town.world).isEmpty)
    }

    @Test(arguments: CommitStep.allCases)
    func `an erasure that is killed leaves them naming nobody after the next start`(
        step: CommitStep
    ) async throws {
        let town = try await town()
        let (world, ada) = (town.world, try await town.world.id("ada"))
        #expect(try await !places(naming: ada, in: world).isEmpty)
        world.point.vault.observer.withLock { $0 = { if $0 == step { throw KilledError() } } }
        await #expect(throws: Erasure.Unfinished.self) { try await world.remove("ada") }
        let again = try await world.reopened()
        #expect(try await again.point.people.find(World.handle("ada")) == nil)
        #expect(try await places(naming: ada, in: again).isEmpty)
        #expect(again.point.failedOpenCount == 0)
    }

    @Test func `an older copy that is put back names that person nowhere, and nets nothing again`() async throws {
        let town = try await town()
        let (world, ada) = (town.world, try await town.world.id("ada"))
        let before = world.records.all
        try await world.remove("ada")
        world.records.putBack(before)
        let again = EpochWorld(try await world.reopened())
        #expect(try await places(naming: ada, in: again.world).isEmpty)
        try await buy(again, in: again.world, 0..<6)
        try await again.wait(days: 60)
        for name in (0..<12).map(EpochWorld.name) {
            let standing = try await again.standing(name)
            #expect(standing.settlements.isEmpty && standing.remainders.isEmpty, "\(name)")
        }
        #expect(try await again.epochs.board().isEmpty)
        #expect(again.world.point.failedOpenCount == 0)
    }

    /// Takes back what was bought.
    private func buy(_ town: EpochWorld, in world: World, _ numbers: Range<Int>) async throws {
        for number in numbers {
            try await world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "a\(number)", total: 10_000,
                isReturned: true, waiting: false)
        }
    }
}
