import Disclosure
import Domain
import Foundation
import FriendShops
import VitrineTesting

/// The purchases of the raw files, day by day through shops of friends, with visits along the edges of the graph.
///
/// Which friend's shop, who looks where and which household shares is drawn from a seed; purchases, friendships and times are real.
struct Replay {
    /// One of so many friends' shops is looked at on a day.
    private static let visitsOneOf: UInt64 = 5
    /// One of so many purchases comes through a shop.
    private static let salesOneOf: UInt64 = 3
    /// One of so many households hides everything.
    private static let hiddenOneOf = 5

    /// What anybody may read of a shop on a day.
    struct Reading: Hashable {
        var visitors: UInt8
        var buyers: UInt8
        var influence: Int
        var milestones: Int
    }

    let world: RawWorld
    var readings: [[Reading]] = []
    var hidden: [(shop: Int, day: Int)] = []
    var trueScores: [Double] = []
    var tickSeconds: [Double] = []
    var secondsOfDays = 0.0
    private(set) var days: [String] = []

    init(_ world: RawWorld) {
        self.world = world
    }

    static func hides(_ owner: Int) -> Bool { (owner / 6).isMultiple(of: hiddenOneOf) }

    /// Replays everything; without the hidden purchases where they are left out.
    mutating func run(in directory: URL, leavingOutHidden: Bool = false) async throws {
        let clock = SteppedClock("2016-12-15T12:00:00Z")
        let town = try await ReplayedTown(at: directory, clock: clock)
        let epochs = town.point.epochs
        try await epochs.catchUp()
        try await town.settle(world, sharing: Set(world.owners.filter { !Self.hides($0) }))
        try await town.pick(world)
        var ids: [PersonID] = []
        for person in world.people { ids.append(try await town.id(person)) }
        clock.set("2017-01-01T00:00:00Z")
        try await epochs.catchUp()
        var generator = SplitMix64(seed: 20_170_101)
        let friends = world.people.map { (world.friends[$0] ?? []).sorted() }
        let byDay = Dictionary(grouping: world.purchases, by: \.day)
        var visited: [Double] = Array(repeating: 0, count: ids.count)
        var bought: [Set<Int>] = Array(repeating: [], count: ids.count)
        // Two months more, so that the last months are told.
        var day = CivilDay(number: CivilDay(year: 2017, month: 1, day: 1)?.number ?? 0)
        let end = CivilDay(number: (byDay.keys.max().flatMap { Instant($0 + "T00:00:00Z") }?.day.number ?? 0) + 36)
        while day < end {
            let start = ContinuousClock.now
            clock.set("\(day)T23:00:00Z")
            var today: [(purchase: RawPurchase, shop: Int?)] = []
            for purchase in byDay["\(day)"] ?? [] {
                let draw = generator.next()
                let choice = friends[purchase.owner]
                let comes = draw.isMultiple(of: Self.salesOneOf) && !choice.isEmpty
                // Every other time it is the shop that most people know.
                let popular = draw & 0x80 == 0 ? choice.max { friends[$0].count < friends[$1].count } : nil
                let shop = comes ? popular ?? choice[Int((draw >> 8) % UInt64(choice.count))] : nil
                if Self.hides(purchase.owner) {
                    if let shop { hidden.append((shop, days.count)) }
                    if leavingOutHidden { continue }
                }
                if let shop { bought[shop].insert(purchase.owner) }
                today.append((purchase, shop))
            }
            if !today.isEmpty { try await town.buy(today) }
            for person in world.people {
                for shop in friends[person] where generator.next().isMultiple(of: Self.visitsOneOf) {
                    epochs.note(visitor: ids[person], at: ids[shop])
                    visited[shop] += 1
                }
            }
            try await epochs.flush()
            day = CivilDay(number: day.number + 1)
            clock.set("\(day)T00:00:00Z")
            let tick = ContinuousClock.now
            try await epochs.catchUp()
            tickSeconds.append(Self.seconds(since: tick))
            let standings = try await epochs.standings(of: ids)
            readings.append(
                standings.map {
                    Reading(
                        visitors: $0.visitorBand, buyers: $0.buyerBand, influence: $0.influence,
                        milestones: $0.milestones.count)
                })
            days.append("\(day)")
            secondsOfDays += Self.seconds(since: start)
        }
        trueScores = zip(visited, bought).map { $0 / Double(max(1, days.count)) + Double($1.count) }
        try town.close()
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = start.duration(to: .now).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
