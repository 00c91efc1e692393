import Domain
import Testing

@testable import PolicyEngine

struct RuleUseTests {
    @Test(arguments: Seeds.fresh(12))
    func `shadowed rules can go, and when none is left every rule counts`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let policy = try Fixture.load()
        var rules = (0..<8).map { DecisionTableTests.rule($0, policy, &generator) }
        let whole = policy.replacing(rules: rules)
        let use = RuleUse(space: whole.table.space, tiers: policy.content.tiers)
        // Where a limit takes a grant back the grant is told first: without it the limit has nothing to take.
        while true {
            let shadowed = Set(use.shadowed(among: rules).map(\.rule.id))
            if shadowed.isEmpty { break }
            rules.removeAll { shadowed.contains($0.id) }
            #expect(differences(whole, policy.replacing(rules: rules)) == 0, "\(shadowed.sorted()), seed \(seed)")
        }
        for rule in rules {
            let without = policy.replacing(rules: rules.filter { $0.id != rule.id })
            #expect(differences(whole, without) > 0, "\(rule.id), seed \(seed)")
        }
    }

    @Test func `no rule of the shipped policy is shadowed`() throws {
        let policy = try ShippedPolicy.load()
        let use = RuleUse(space: policy.table.space, tiers: policy.content.tiers)
        #expect(use.shadowed(among: policy.rules).map(\.rule.id) == [])
    }

    @Test func `a limit on what no grant gives is a precaution, and loads`() throws {
        let limit = """
              - id: no-offers-of-health-goods
                when: { kind: offer, class: health, audience: close-friends }
                disclose: nothing
                because: [product-promise]
              - id: minors-share-nothing
            """
        let policy = try Fixture.load(
            Fixture.files("disclosure.yaml", replacing: "  - id: minors-share-nothing", with: limit))
        #expect(policy.rules.contains { $0.id == "no-offers-of-health-goods" })
    }

    /// Cases that can happen and in which the policies differ, by the plain evaluator.
    private func differences(_ left: Policy, _ right: Policy) -> Int {
        let space = left.table.space
        return (0..<space.cellCount).map(space.facts(ofCell:)).count {
            $0.arePossible && left.plain.disclosure($0) != right.plain.disclosure($0)
        }
    }
}
