import Domain
import SampleWorld
import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// What was written of visits is not opened again while it stands; what was bought is written at the end.
struct KeptInMemoryTests {
    @Test func `visits in memory are good while their counter is the one that they were written with`() {
        let (ada, ben) = (PersonID(rawValue: 1), PersonID(rawValue: 2))
        var visits = Visits()
        visits.add([ben], until: Instant(seconds: 86_400))
        let book = EpochBook(mostWritten: 100)
        book.keep([(ada, EpochBook.Written(visits: visits, counter: 5))])
        #expect(book.written(by: [ada, ben], at: [WriteCounter(number: 5), .zero]) == [visits, nil])
        #expect(book.written(by: [ada], at: [WriteCounter(number: 6)]) == [nil])
        book.forget(ben)
        #expect(book.written(by: [ada], at: [WriteCounter(number: 5)]) == [nil])
    }

    @Test func `visits take no more memory than they may, those that wait and those that were written`() {
        let book = EpochBook(mostWaiting: 2, mostWritten: 2)
        let people = (1...3).map { PersonID(rawValue: $0) }
        for shop in people { book.note(visitor: people[0], at: shop, until: Instant(seconds: 86_400)) }
        #expect(book.takeVisits()[people[0]]?.count == 2)
        book.keep([(people[0], EpochBook.Written(visits: Visits(), counter: 1))])
        var visits = Visits()
        visits.add(Set(people), until: Instant(seconds: 86_400))
        book.keep([(people[1], EpochBook.Written(visits: visits, counter: 1))])
        #expect(book.written(by: people, at: people.map { _ in WriteCounter(number: 1) }) == [Visits(), nil, nil])
    }

    @Test func `a tick counts what was written since the start without opening it, and the rest from the disk`()
        async throws
    {
        let town = try await EpochWorld.town(friends: 40)
        try await town.visits(by: 0..<20)
        try await town.epochs.flush()
        let again = EpochWorld(try await town.world.reopened())
        try await again.visits(by: 20..<40)
        try await again.epochs.flush()
        for number in 20..<40 {
            let visits = RecordName.visits(of: try await again.world.id(EpochWorld.name(number)))
            again.world.records.damage(again.world.keys.address(of: visits))
        }
        try await again.wait(days: 1)
        #expect(try await again.standing().visitorBand >= 2)
        #expect(again.world.point.failedOpenCount == 0)
    }

    @Test func `nothing of an erased person stays in memory`() async throws {
        let town = try await EpochWorld.town(friends: 2)
        let person = try await town.world.id("f0")
        try await town.visits(by: 0..<2)
        try await town.epochs.flush()
        let book = town.world.point.epochBook
        let address = town.world.keys.address(of: .visits(of: person))
        let counters = try await town.world.point.vault.counters.expected([address]).map(\.counter)
        #expect(book.written(by: [person], at: counters) != [nil])
        try await town.world.remove("f0")
        #expect(book.written(by: [person], at: counters) == [nil])
    }

    @Test func `what somebody bought is not written when the same write takes that person away`() async throws {
        let town = try await EpochWorld.town(friends: 1)
        let (buyer, shop) = (try await town.world.id("f0"), try await town.world.id("ada"))
        let address = town.world.keys.address(of: .sales(of: buyer))
        for isRemoved in [false, true] {
            try await town.world.point.vault.write(dryRun: true) { transaction in
                let sale = Sale(
                    shop: shop, nonce: 256, product: 1, total: try World.euros(500), basisPoints: 300, due: 20_000)
                try await transaction.put([sale], of: buyer)
                if isRemoved { transaction.removePerson(buyer) }
                let writes = try await transaction.prepared()?.records.writes ?? [:]
                #expect(writes.keys.contains(address) == !isRemoved)
            }
        }
    }
}
