import Disclosure
import Domain
import FriendShops
import VitrineTesting

/// The days of the year, one after the other.
struct Replay {
    /// One of so many friends' shops is looked at on a day.
    private static let visitsOneOf: UInt64 = 5
    /// One of so many purchases comes through a shop.
    private static let salesOneOf: UInt64 = 3
    /// So many days after the last purchase the last months are told.
    private static let daysAfter: Int32 = 36
    /// At one of so many ticks boards are read all the time.
    private static let readOneOf = 5

    /// What anybody may read of a shop on a day.
    struct Reading: Hashable {
        var visitors: UInt8
        var buyers: UInt8
        var influence: Int
        var milestones: Int
    }

    /// A purchase that nobody is shown, by the position of its shop and of its day.
    struct Hidden {
        var shop: Int
        var day: Int
    }

    let year: ReplayYear
    let town: ReplayTown
    private var generator: SeededGenerator
    private var visited: [Double]
    private var buyers: [Set<Int>]
    private(set) var readings: [[Reading]] = []
    private(set) var days: [CivilDay] = []
    private(set) var hidden: [Hidden] = []
    private(set) var times = ReplayTimes()
    private(set) var purchases = 0
    private(set) var board: [PersonID] = []

    init(year: ReplayYear, town: ReplayTown, seed: UInt64) {
        self.year = year
        self.town = town
        generator = SeededGenerator(seed: seed &+ 1)
        visited = Array(repeating: 0, count: year.people.count)
        buyers = Array(repeating: [], count: year.people.count)
    }

    /// What every shop would be ranked by if nothing were hidden, bounded or noisy.
    var trueScores: [Double] {
        zip(visited, buyers).map { $0 / Double(max(1, days.count)) + Double($1.count) }
    }

    mutating func run(days limit: Int?, withoutHidden: Bool) async throws {
        let epochs = town.point.epochs
        town.clock.set(Instant(seconds: Int64(year.firstDay.number) * 86_400))
        try await epochs.catchUp()
        let start = ContinuousClock.now
        let last = year.lastDay.number + Self.daysAfter
        for number in year.firstDay.number...min(last, year.firstDay.number + Int32(limit ?? 1_000) - 1) {
            let end = Instant(seconds: (Int64(number) + 1) * 86_400)
            town.clock.set(end.advanced(bySeconds: -3_600))
            var taken = try await ContinuousClock().measure { try await buy(on: number, withoutHidden: withoutHidden) }
            times.buying += taken.seconds
            taken = try await ContinuousClock().measure {
                look()
                try await epochs.flush()
            }
            times.visiting += taken.seconds
            town.clock.set(end)
            let reads = days.count.isMultiple(of: Self.readOneOf) ? BoardReading(town) : nil
            taken = try await ContinuousClock().measure { try await epochs.catchUp() }
            times.ticks.append(taken.seconds)
            if let reads { times.reads.append(contentsOf: await reads.stop()) }
            try await read(CivilDay(number: number + 1))
        }
        times.all = (ContinuousClock.now - start).seconds
        board = try await epochs.board()
    }

    private mutating func buy(on day: Int32, withoutHidden: Bool) async throws {
        var today: [(purchase: ReplayYear.Purchase, shop: Int?)] = []
        for purchase in year.purchases[day] ?? [] {
            let shop = shop(for: purchase)
            if year.hiding.contains(purchase.buyer) {
                if let shop { hidden.append(Hidden(shop: shop, day: days.count)) }
                if withoutHidden { continue }
            }
            if let shop { buyers[shop].insert(purchase.buyer) }
            today.append((purchase, shop))
        }
        if today.isEmpty { return }
        purchases += today.count
        let people = today.flatMap { [$0.purchase.buyer] + [$0.shop].compactMap(\.self) }
        let faults = try await town.point.intake.put(
            count: today.count, keys: today.map(\.purchase.key), people: Set(people.map { year.people[$0] })
        ) { index in
            let (purchase, shop) = today[index]
            return PurchaseDraft(
                key: purchase.key, buyer: year.people[purchase.buyer], product: purchase.product,
                quantity: purchase.quantity, total: purchase.total, at: .local(purchase.at),
                shop: .set(shop.map { year.people[$0] }))
        }
        guard faults.isEmpty else { throw BenchFailure("\(faults.count) purchases were refused") }
    }

    /// Every other time it is the shop of the friend whom most people know.
    private mutating func shop(for purchase: ReplayYear.Purchase) -> Int? {
        let draw = generator.next()
        let choice = year.friends[purchase.buyer]
        guard draw.isMultiple(of: Self.salesOneOf), !choice.isEmpty else { return nil }
        if draw & 0x80 == 0 { return choice.max { year.friends[$0].count < year.friends[$1].count } }
        return choice[Int((draw >> 8) % UInt64(choice.count))]
    }

    private mutating func look() {
        for person in year.people.indices {
            for shop in year.friends[person] where generator.next().isMultiple(of: Self.visitsOneOf) {
                town.point.epochs.note(visitor: town.ids[person], at: town.ids[shop])
                visited[shop] += 1
            }
        }
    }

    private mutating func read(_ day: CivilDay) async throws {
        let standings = try await town.point.epochs.standings(of: town.ids)
        readings.append(
            standings.map {
                Reading(
                    visitors: $0.visitorBand, buyers: $0.buyerBand, influence: $0.influence,
                    milestones: $0.milestones.count)
            })
        days.append(day)
    }
}
