import Disclosure
import Domain
import PolicyEngine
import VitrineTesting

/// Makes a pair of worlds from a seed.
struct PlanGenerator {
    private static let names = [
        "anna", "boris", "chen", "dora", "emil", "fang", "gina", "hugo", "ines", "jiang",
    ]
    private static let zones = ["UTC", "Europe/Paris", "Asia/Shanghai", "America/Los_Angeles"]

    let seed: UInt64
    var random: SplitMix64
    var people: [PlannedPerson] = []
    var friendships: [WorldPlan.Friendship] = []
    var purchases: [PlannedPurchase] = []
    var requests: [PlannedRequest] = []

    /// How many purchases the first world has that the second has not, and by what they are hidden.
    let firstHidden: Int
    let secondHidden: Int
    let concealments: [Concealment]
    /// Whether the second world also has other details behind what is shown.
    let hasOtherDetails: Bool

    static func plan(_ seed: UInt64) -> WorldPlan {
        var generator = PlanGenerator(seed: seed)
        return generator.plan()
    }

    private init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed &* 0xD129_0D3F_4B5C_1E27 &+ 1)
        let kind = Int(seed % 4)
        (firstHidden, secondHidden) = [(0, 1), (0, 100), (1, 100), (0, 10)][kind]
        hasOtherDetails = kind == 3
        let all = Concealment.allCases
        let number = Int(seed / 2 % UInt64(all.count + 1))
        concealments = number < all.count ? [all[number]] : all
    }

    private mutating func plan() -> WorldPlan {
        makePeople()
        makePurchases()
        makeRequests()
        let isForCloserOnes = concealments.contains(.itemForCloserOnes)
        return WorldPlan(
            seed: seed, usesFiles: seed.isMultiple(of: 5), people: people, friendships: friendships,
            purchases: purchases, requests: requests,
            // What is only for close friends may be there for the companion to see.
            deceived: isForCloserOnes ? [WorldPlan.viewer] : [WorldPlan.viewer, WorldPlan.companion])
    }

    // MARK: Chance

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// One of some; there is at least one.
    mutating func one<Element>(of all: [Element]) -> Element { all[number(0...all.count - 1)] }

    // MARK: People

    private mutating func makePeople() {
        let readers = [WorldPlan.viewer, WorldPlan.companion]
        let owners = Array(Self.names.prefix(number(4...10)))
        for handle in readers + owners {
            var person = PlannedPerson(handle: handle, zone: one(of: Self.zones))
            person.levels = levels()
            if chance(50) { person.optedIn.insert("media-choice") }
            if chance(50) { person.optedIn.insert("alcohol") }
            people.append(person)
        }
        for (index, owner) in owners.enumerated() {
            for reader in readers where reader == WorldPlan.viewer ? chance(80) : chance(60) {
                friendships.append(WorldPlan.Friendship(one: owner, other: reader))
                if chance(30) { people[index + 2].closeFriends.insert(reader) }
            }
            for other in owners[(index + 1)...] where chance(35) {
                friendships.append(WorldPlan.Friendship(one: owner, other: other))
            }
            if chance(40) { people[index + 2].shopPicks = [one(of: Goods.ordinary).id] }
        }
        if chance(50) { friendships.append(WorldPlan.Friendship(one: readers[0], other: readers[1])) }
        // Whatever hides purchases in this pair has somebody whose purchases it hides, mostly a friend.
        for concealment in concealments { bear(concealment, number(2...people.count - 1)) }
    }

    /// What the four audiences see, from the closest to the farthest.
    private mutating func levels() -> [Level] {
        let close = one(of: [Level.category, .product, .product, .full])
        let friends = min(close, one(of: [Level.hint, .category, .category, .product]))
        let far = min(friends, one(of: [Level.nothing, .hint, .category]))
        return [close, friends, far, min(far, one(of: [Level.nothing, .hint]))]
    }

    private mutating func bear(_ concealment: Concealment, _ index: Int) {
        switch concealment {
        case .classNotOptedIn: people[index].optedIn = []
        case .levelNothing: people[index].levels = [.nothing, .nothing, .nothing, .nothing]
        case .beforeSince: people[index].since = "2025-12-01T00:00:00Z"
        case .sharingOff: people[index].isSharing = false
        case .itemForCloserOnes: people[index].closeFriends.remove(WorldPlan.viewer)
        case .blocked: people[index].blocked = [WorldPlan.viewer, WorldPlan.companion]
        case .privately: people[index].privateMoment = number(0...4)
        case .minor: people[index].comesOfAge = number(1...4)
        case .unreleased: people[index].levels = people[index].levels.map { min($0, .product) }
        case .tier, .itemHidden, .returned, .tooOld: break
        }
    }
}
