import Domain
import SampleWorld
import Storage
import Testing
import VitrineTesting

@testable import Disclosure
@testable import PolicyEngine

/// That being coarse does not tell what is coarse.
struct ClassGuessTests {
    private static let classes = ["wine": "alcohol", "pill": "health", "whey": "fitness", "mystery": "unclassified"]

    /// One purchase, known in full.
    private struct Bought {
        let classID: String
        let department: String
        /// What is served of it; nothing where it is not.
        var look: String?
    }

    /// The sample policy, as it is or without its telling rule.
    private static func policy(
        isRuleKept: Bool, _ change: (inout PolicyContent) -> Void = { _ in }
    ) throws -> Policy {
        let policy = try SamplePolicy.load()
        var content = policy.content
        change(&content)
        if !isRuleKept {
            content.telling = TellingThresholds(ordinaryShare: 0, ordinaryCount: 0, classShare: 100)
        }
        return Policy(content, digest: policy.digest)
    }

    private static func usefulness(_ policy: Policy, _ purchases: [String: Int]) throws -> Usefulness {
        let taxonomy = try Taxonomy(
            SampleCatalogue.categories.enumerated().map { index, draft in
                Category(number: UInt32(index + 1), id: draft.id, parentID: draft.parentID, name: draft.name)
            })
        return try Usefulness(
            policy: policy, taxonomy: taxonomy, goods: try SampleCatalogue.entries(),
            purchases: Dictionary(
                uniqueKeysWithValues: try purchases.map { (try World.product($0.key), $0.value) }))
    }

    /// Owners' levels for a setting of the count.
    private static func levels(_ setting: Usefulness.Setting) -> [(Audience, Tier, Level)] {
        let level: Level
        switch setting {
        case .everythingAsHints: level = .hint
        case .everythingInFull: level = .full
        case .defaults, .everythingOptedIn: return []
        }
        return [Audience.closeFriends, .friends].flatMap { audience in
            [Tier.ordinary, .ownerDecides, .coarsen].map { (audience, $0, level) }
        }
    }

    /// What the figure is, worked out purchase by purchase from what is served.
    private static func guesses(_ all: [Bought], _ audience: Audience) -> Set<String> {
        var guesses: Set<String> = []
        for one in all where one.classID == "alcohol" {
            guard let look = one.look else { continue }
            var (same, sameOfClass, place, placeOfClass) = (0, 0, 0, 0)
            var names: [String: Int] = [:]
            for other in all {
                if other.look == look {
                    same += 1
                    if other.classID == "alcohol" { sameOfClass += 1 }
                    names[other.classID, default: 0] += 1
                }
                let isPossible = other.look != nil || other.classID == "ordinary"
                if other.department == one.department, isPossible {
                    place += 1
                    if other.classID == "alcohol" { placeOfClass += 1 }
                }
            }
            let most = names.values.max() ?? 0
            let likeliest = names.filter { $0.value == most }.keys.sorted().first ?? ""
            guesses.insert(
                "\(audience.name): \(sameOfClass)/\(same), \(placeOfClass)/\(place), \(likeliest) as \(look)")
        }
        return guesses
    }

    @Test(arguments: [
        (Usefulness.Setting.everythingAsHints, true), (.everythingOptedIn, true), (.everythingInFull, true),
        (.everythingAsHints, false), (.everythingOptedIn, false), (.everythingInFull, false),
    ])
    func `a guess is what counting what is served comes to`(setting: Usefulness.Setting, isRuleKept: Bool) async throws
    {
        let world = try await World(policy: Self.policy(isRuleKept: isRuleKept))
        try await world.put("ada", "ben", "cleo")
        for friend in ["ben", "cleo"] { try await world.befriend("ada", friend) }
        try await world.makeClose("cleo", to: "ada")
        try await world.share(
            "ada", since: "2026-01-01T00:00:00Z", Self.levels(setting), classes: ["alcohol", "fitness"])
        var generator = SplitMix64(seed: 33)
        let goods = try SampleCatalogue.entries()
        var orders: [(order: String, good: CatalogueEntry)] = []
        for number in 0..<120 {
            let good = goods[Int.random(in: goods.indices, using: &generator)]
            orders.append(("order-\(number)", good))
            try await world.buy(good.id.text, by: "ada", at: "2026-01-10T09:00:00Z", order: "order-\(number)")
        }
        try world.now("2026-03-01T00:00:00Z")
        let usefulness = try await world.point.usefulness()
        let ids = Dictionary(
            try await world.ledger(of: "ada").map { ($0.order, $0.id) }, uniquingKeysWith: { first, _ in first })
        for (viewer, audience) in [("ben", Audience.friends), ("cleo", .closeFriends)] {
            let served = Dictionary(
                try await world.purchases(of: "ada", for: viewer).map { ($0.id, $0.words) },
                uniquingKeysWith: { first, _ in first })
            let all = try orders.map { order, good in
                Bought(
                    classID: Self.classes[String(good.id.text.prefix { $0 != "-" })] ?? "ordinary",
                    department: String(good.categoryID?.prefix(2) ?? ""), look: served[try #require(ids[order])])
            }
            #expect(served.count == all.filter { $0.look != nil }.count)
            let counted = usefulness.guesses.filter { $0.setting == setting && $0.audience == audience }.map { guess in
                "\(audience.name): \(guess.guess.ofClass)/\(guess.guess.all), \(guess.base.ofClass)/\(guess.base.all), "
                    + "\(guess.likeliestID) as \(guess.form.product) \(guess.label ?? ""), 2026-01"
            }
            #expect(Set(counted) == Self.guesses(all, audience))
            #expect(counted.isEmpty == (isRuleKept && setting != .everythingAsHints))
        }
    }

    private static let basket = ["tea-1": 70, "bread-1": 25, "wine-1": 5, "whey-1": 9, "soap-1": 20, "pill-1": 4]

    @Test func `with the telling rule no form tells more than its label`() throws {
        let seen = try Self.usefulness(Self.policy(isRuleKept: true), Self.basket)
        #expect(!seen.isGuessable)
        // Hints among hints: five of a hundred purchases of food, and nowhere else.
        #expect(seen.guesses.map(\.audience) == [.closeFriends, .friends])
        #expect(seen.guesses.allSatisfy { $0.setting == .everythingAsHints && $0.label == "fb" })
        #expect(seen.guesses.allSatisfy { $0.guess == ClassGuess.Share(ofClass: 5, of: 100) && $0.base == $0.guess })
        #expect(seen.guesses.allSatisfy { $0.likeliestID == "ordinary" && !$0.beatsBaseRate })
    }

    @Test func `without the telling rule being coarse tells`() throws {
        let seen = try Self.usefulness(Self.policy(isRuleKept: false), Self.basket)
        #expect(seen.isGuessable)
        let told = seen.guesses.filter { $0.setting == .everythingOptedIn }
        #expect(told.map(\.audience) == [.closeFriends, .friends])
        // Ordinary food goes as a category or exactly, so a hint of food is wine.
        #expect(told.allSatisfy { $0.guess == ClassGuess.Share(ofClass: 5, of: 5) && $0.likeliestID == "alcohol" })
        #expect(told.allSatisfy { $0.base == ClassGuess.Share(ofClass: 5, of: 100) && $0.beatsBaseRate })
        #expect(seen.strongestGuesses.filter { $0.beatsBaseRate }.count == 4)
    }

    @Test func `a product shown exactly tells its class whole`() async throws {
        let rulebook = try await World().point.rulebook
        var count = GuessCount(rulebook: rulebook)
        let exactly = Disclosure(product: .exact, time: .week, price: .band)
        for (product, number) in [("tea-1", 95), ("wine-1", 5)] {
            let good = try #require(rulebook.good(World.product(product)))
            count.add(good.classCode, category: good.category, form: exactly, times: number)
        }
        let guesses = count.guesses(.everythingInFull, .friends)
        #expect(guesses.map(\.label) == [nil])
        #expect(guesses.map(\.guess) == [ClassGuess.Share(ofClass: 5, of: 5)])
        #expect(guesses.map(\.base) == [ClassGuess.Share(ofClass: 5, of: 100)])
        #expect(guesses.map(\.beatsBaseRate) == [true])
    }

    @Test func `the base rate is that of the label, whatever is shown of what stands under it`() throws {
        // Friends get the category of wine, under which there is nothing else.
        let policy = try Self.policy(isRuleKept: false) { content in
            content.rules = content.rules.map { rule in
                guard rule.id == "friends-coarsened" else { return rule }
                return Rule(
                    id: rule.id, effect: rule.effect, condition: rule.condition,
                    disclosure: Disclosure(product: .category, time: .month, price: .band), because: rule.because,
                    location: rule.location)
            }
            content.preimageGoods = 1
        }
        let told = try Self.usefulness(policy, Self.basket).guesses.filter {
            $0.setting == .everythingInFull && $0.audience == .friends
        }
        #expect(told.map(\.label) == ["fb-1"])
        #expect(told.map(\.guess) == [ClassGuess.Share(ofClass: 5, of: 5)])
        // Tea stands under the same label, and is shown exactly.
        #expect(told.map(\.base) == [ClassGuess.Share(ofClass: 5, of: 75)])
        #expect(told.map(\.beatsBaseRate) == [true])
    }
}
