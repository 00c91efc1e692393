import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

/// What an inviter is told: A12 by shops of puppets, and A16.
struct InvitationTests {
    /// Lets shops of a tier name ada, and tells the band that she sees of them.
    private func band(_ town: EpochWorld, _ names: [String], tier: Int = 1) async throws -> UInt8 {
        let ada = try await town.world.id("ada")
        for name in names { try await town.epochs.setInviter(ada, of: town.world.id(name)) }
        let book = town.world.point.epochBook
        var state = try await book.state(town.world.point)
        for name in names { state.standings[try await town.world.id(name)]?.tier = tier }
        book.set(state)
        try await town.wait(days: 1)
        return try await town.standing().invitationBand
    }

    private var many: [String] { (0..<40).map(EpochWorld.name) }

    @Test func `invited shops are told in bands`() async throws {
        #expect(try await band(EpochWorld.town(friends: 40), many) == 2)
        #expect(try await band(EpochWorld.town(friends: 4, rules: Noiseless()), Array(many.prefix(4))) == 0)
    }

    @Test func `a shop counts once it has reached a tier`() async throws {
        #expect(try await band(EpochWorld.town(friends: 40), many, tier: 0) == 0)
    }

    @Test func `shops of strangers, new friends, minors and blocked people are no invited ones`() async throws {
        for weaker in [false, true] {
            let rules: any EpochRules = weaker ? CountsEveryInvitation() : GuardedEpochs()
            let expected: UInt8 = weaker ? 2 : 0
            let strangers = try await EpochWorld.town(friends: 40, rules: rules)
            for name in many { try await strangers.world.unfriend(name, "ada") }
            #expect(try await band(strangers, many) == expected)

            let blocked = try await EpochWorld.town(friends: 40, rules: rules)
            for name in many.prefix(20) { try await blocked.world.block(name, by: "ada") }
            for name in many.suffix(20) { try await blocked.world.block("ada", by: name) }
            #expect(try await band(blocked, many) == expected)

            let new = try await EpochWorld.town(friends: 0, rules: rules)
            try await new.settle(names: many)
            #expect(try await band(new, many) == expected)

            let minors = try await EpochWorld.town(friends: 40, rules: rules)
            for name in many { try await minors.world.put(name, minor: true) }
            #expect(try await band(minors, many) == expected)
        }
    }

    @Test
    func `the guarantee counts what a person may change: visitors, at a monthly tick buyers and goods, one invitation`()
        async throws
    {
        let town = try await EpochWorld.town(friends: 1)
        #expect(try await town.epochs.guarantee()?.countsPerPerson == 20 + 1)
        try town.world.now("2026-02-05T00:00:00Z")
        try await town.epochs.catchUp()
        #expect(try await town.epochs.guarantee()?.countsPerPerson == 3 * 20 + 1)
    }

    @Test func `one person moves no more counts than the guarantee says`() async throws {
        let rules = try #require(EpochWorld.policy().shop.influence)
        let moment = EpochMoment(
            epoch: TimeBucket(size: .day, index: 20_488), begin: try World.instant("2026-02-04T00:00:00Z"),
            release: try EpochWorld.policy().release, noiseEra: 0)
        try #require(moment.isMonthTick)
        var people: [Head] = []
        var person = Head(
            id: PersonID(rawValue: 1), handle: try World.handle("p"), name: "P", zone: .utc, isMinor: false)
        for number in 2...100 as ClosedRange<UInt64> {
            var owner = Head(
                id: PersonID(rawValue: number), handle: try World.handle("o\(number)"), name: "O", zone: .utc,
                isMinor: false)
            let friendship = Head.Friendship(visibleFrom: Instant(seconds: 0), isClose: false)
            owner.friends[person.id] = friendship
            person.friends[owner.id] = friendship
            people.append(owner)
        }
        people.append(person)
        let world = try await World()
        var tally = EpochTally(
            keys: world.keys, rules: GuardedEpochs(), influence: rules, moment: moment, people: people)
        tally.count(visitor: person, Array(person.friends.keys))
        tally.count(buyer: person, person.friends.keys.flatMap { [($0, 1, false), ($0, 2, false)] })
        let invitations = people.count { tally.counts(invited: person.id, by: $0.id) } > 0 ? 1 : 0
        #expect(tally.changedCounts + invitations == Int(tally.guarantee.countsPerPerson))
    }
}
