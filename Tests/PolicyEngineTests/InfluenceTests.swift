import Domain
import PolicyEngine
import Testing

struct InfluenceTests {
    static let section = """

        commission: { basisPoints: 300 }
        influence:
          window: 4
          settlements: 2
          agedDays: 14
          shopsPerPerson: 20
          epsilonMilli: 500
          bands: { visitors: [10, 20, 40], buyers: [10, 20], invitations: [10] }
          weights: { visitors: 100, buyers: 200, invitations: 50 }
          caps: { visitors: 150, buyers: 600, invitations: 50 }
          tiers: [{ from: 0, slots: 4 }, { from: 300, slots: 6 }]
        """
    static let shop = Fixture.shop + section

    private func load(replacing old: String = "", with new: String = "") throws -> Policy {
        let files = Fixture.files.map { name, text in
            (name, name == "shop.yaml" ? (old.isEmpty ? Self.shop : Self.shop.replacing(old, with: new)) : text)
        }
        return try Fixture.load(PolicyFiles(files: files))
    }

    private func rules() throws -> InfluenceRules { try #require(try load().shop.influence) }

    @Test func `influence is the sum of its terms, each at most its cap`() throws {
        let rules = try rules()
        let some = Influence(visitorBands: [3, 1, 0, 2, 1], buyerBands: [2, 1, 1], invitationBand: 0, rules: rules)
        // Of the visitors the last four count, of the buyers the last two.
        #expect(some.visitors.points == 100 * (1 + 0 + 2 + 1) / 4)
        #expect(some.buyers.points == 200 * (1 + 1))
        #expect(some.points == 100 + 400)
        let most = Influence(visitorBands: [3, 3, 3, 3], buyerBands: [2, 2], invitationBand: 1, rules: rules)
        #expect(most.points == 150 + 600 + 50)
    }

    @Test(
        arguments: [
            ("epsilonMilli: 500", "epsilonMilli: 501", true), ("epsilonMilli: 500", "epsilonMilli: 499", false),
            ("shopsPerPerson: 20", "shopsPerPerson: 21", true), ("shopsPerPerson: 20", "shopsPerPerson: 19", false),
            ("agedDays: 14", "agedDays: 13", true), ("agedDays: 14", "agedDays: 15", false),
            ("basisPoints: 300", "basisPoints: 301", true), ("basisPoints: 300", "basisPoints: 299", false),
            ("visitors: [10, 20, 40]", "visitors: [10, 20, 30, 40]", true),
            ("visitors: [10, 20, 40]", "visitors: [20, 40]", false),
            ("buyers: [10, 20]", "buyers: [11, 20]", true), ("window: 4", "window: 3", true),
            ("settlements: 2", "settlements: 3", true), ("visitors: 100", "visitors: 90", true),
            ("buyers: 600", "buyers: 500", true), ("from: 300", "from: 310", true),
        ]) func `what may tell more of people behind figures is a widening`(
            _ old: String, _ new: String, _ widens: Bool
        ) throws
    {
        let (former, next) = (try load(), try load(replacing: old, with: new))
        let changes = InfluenceChange.all(from: former.shop, to: next.shop)
        #expect(changes.count == 1 && changes.allSatisfy { ($0.effect != .less) == widens })
        let taxonomy = try Fixture.taxonomy()
        #expect(next.widenings(over: former, taxonomy: taxonomy).isEmpty != widens)
        // Also of one that was in force before a restart.
        let memory = try former.memory
        let remembered = try #require(Policy(remembered: memory, revision: former.revision, table: former.table))
        #expect(remembered.shop == former.shop)
    }

    @Test func `tiers give slots`() throws {
        let rules = try rules()
        #expect([0, 299, 300, 900].map(rules.tier) == [0, 0, 1, 1])
        #expect([0, 1, 2, -1].map(rules.slots(forTier:)) == [4, 6, 6, 4])
    }

    @Test func `bands lie between their edges`() throws {
        let bands = try rules().visitorBands
        #expect([-3, 0, 9, 10, 19, 20, 40, 9_000].map(bands.band) == [0, 0, 0, 1, 1, 2, 3, 3])
        #expect(bands.range(of: 0) == (0, 9) && bands.range(of: 2) == (20, 39))
        #expect(bands.range(of: 3).from == 40 && bands.range(of: 3).to == nil)
    }

    @Test func `without the section nothing is released`() throws {
        let policy = try Fixture.load()
        #expect(policy.shop.influence == nil && policy.shop.commissionBasisPoints == 0)
        #expect(try load().shop.commissionBasisPoints == 300)
    }

    @Test func `every figure is part of the revision`() throws {
        let revision = try load().revision
        for (old, new) in [
            ("window: 4", "window: 5"), ("epsilonMilli: 500", "epsilonMilli: 501"), ("agedDays: 14", "agedDays: 13"),
            ("visitors: [10, 20, 40]", "visitors: [10, 20, 41]"), ("slots: 6", "slots: 7"),
            ("basisPoints: 300", "basisPoints: 301"), ("caps: { visitors: 150", "caps: { visitors: 151"),
            ("shopsPerPerson: 20", "shopsPerPerson: 21"), ("settlements: 2", "settlements: 3"),
        ] { #expect(try load(replacing: old, with: new).revision != revision, "\(new)") }
    }

    @Test(arguments: [
        ("visitors: [10, 20, 40]", "visitors: [10, 10]", "the edge 10 of `visitors` does not lie above 10"),
        ("from: 0, slots", "from: 1, slots", "the first tier begins at 1"),
        ("slots: 6", "slots: 3", "a tier does not lie above the one before it"),
        ("{ visitors: 150", "{ visitors: 250", "visits and invitations may bring 300 points"),
        ("epsilonMilli: 500", "epsilonMilli: 0", "`epsilonMilli` cannot be"),
        ("  window: 4\n", "", "missing key `window` in `influence`"),
        ("agedDays", "agedDay", "unknown key `agedDay` in `influence`"),
    ])
    func `mistakes are told in place`(old: String, new: String, message: String) throws {
        let error = try #require(throws: InvalidPolicyError.self) { try load(replacing: old, with: new) }
        #expect(error.diagnostics.contains { $0.message.hasPrefix(message) && $0.file == "shop.yaml" }, "\(error)")
    }
}
