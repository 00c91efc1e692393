import Domain
import Testing

@testable import PolicyEngine
@testable import PolicyLab

struct PolicyEquivalenceTests {
    private func difference(_ name: String, _ old: String, _ new: String) throws -> String? {
        PolicyEquivalence.differingCell(
            try ProofFixture.policy(), try ProofFixture.policy(name, replacing: old, with: new),
            try ProofFixture.taxonomy())?.description
    }

    @Test func `a policy is equivalent to itself, whatever the order of its rules`() throws {
        let policy = try ProofFixture.policy()
        let shuffled = policy.replacing(rules: policy.rules.reversed())
        #expect(PolicyEquivalence.differingCell(policy, shuffled, try ProofFixture.taxonomy()) == nil)
    }

    @Test(arguments: [
        // Thirty-five hours after UTC-12 end before the same midnight as thirty-six.
        ("release.yaml", "day: 36", "day: 35"),
        // A longer phrase is hit wherever the shorter one is.
        ("sensitive.yaml", "[whisky, whisky bottle]", "[whisky]"),
        // Picks never age, so a limit on age says the same of purchases alone and of everything.
        (
            "disclosure.yaml", "{ kind: purchase, age: { from: 24 }, audience: close-friends }",
            "{ age: { from: 24 }, audience: close-friends }"
        ),
        // Alcohol is never shown more finely than as a hint.
        (
            "disclosure.yaml", "coarsen: { close-friends: hint, friends: hint",
            "coarsen: { close-friends: category, friends: category"
        ),
    ])
    func `what changes nothing is equivalent`(_ name: String, _ old: String, _ new: String) throws {
        let text = try #require(ProofFixture.files.first { $0.0 == name }?.1)
        #expect(text.contains(old))
        #expect(try difference(name, old, new) == nil)
    }

    @Test func `a shop is about no goods, so none is of a class that is withheld`() throws {
        let fixture = try ProofFixture.policy()
        let taxonomy = try ProofFixture.taxonomy()
        func changing(_ policy: Policy, _ id: String, to kinds: Set<ActivityKind>) -> Policy {
            let rules = policy.rules.map { rule in
                var rule = rule
                if rule.id == id { rule.condition.kinds = kinds }
                return rule
            }
            return policy.replacing(rules: rules)
        }
        let policy = changing(fixture, "everyone-sees-picks", to: [.pick, .shop])
        func limited(to kinds: Set<ActivityKind>) -> PolicyDistinction? {
            PolicyEquivalence.differingCell(policy, changing(policy, "health-is-withheld", to: kinds), taxonomy)
        }
        #expect(limited(to: [.purchase, .pick, .offer]) == nil)
        #expect(limited(to: [.purchase, .shop, .offer])?.description.contains("cell pick, health") == true)
    }

    @Test(arguments: [
        (
            "disclosure.yaml", "from: 24", "from: 25",
            "cell purchase, alcohol, close-friends, age 24: `nothing` and `{ product: department, time: month }`"
        ),
        (
            "disclosure.yaml", "hint: { product: department, time: month }",
            "hint: { product: department, time: quarter }",
            "cell purchase, alcohol, close-friends, age 0: `{ product: department, time: month }` and "
                + "`{ product: department, time: quarter }`"
        ),
        (
            "disclosure.yaml", "department: 1, category: 2", "department: 1, category: 3",
            "node `fb-1-0`: shown as `fb-1` and `fb-1-0`"
        ),
        ("disclosure.yaml", "goods: 5", "goods: 4", "`preimage.goods`: 5 and 4"),
        ("disclosure.yaml", "classShare: 10", "classShare: 11", "`telling.classShare`: 10 and 11"),
        (
            "disclosure.yaml",
            "friends: category, friends-of-friends: nothing, everyone: nothing }\n"
                + "  owner-decides: { close-friends: category, friends: category",
            "friends: hint, friends-of-friends: nothing, everyone: nothing }\n"
                + "  owner-decides: { close-friends: category, friends: hint",
            "default of `ordinary` goods for `friends`: `category` and `hint`"
        ),
        (
            "disclosure.yaml", "category: { product: category, time: month, price: band }\n",
            "category: { product: category, time: month }\n",
            "level `category` of `ordinary` goods for `close-friends`: `{ product: category, time: month, price: band }` "
                + "and `{ product: category, time: month }`"
        ),
        ("sensitive.yaml", "nodes: [fb-4]", "nodes: [fb-4-0]", "node `fb-4`: class `gambling` and `ordinary`"),
        ("sensitive.yaml", "zh: [避孕套]", "zh: [避孕]", "terms of class `health`"),
        (
            "sensitive.yaml", "id: gambling, tier: coarsen", "id: gambling, tier: withhold",
            "class `gambling`: tier `coarsen` and `withhold`"
        ),
        ("release.yaml", "day: 36", "day: 37", "settle of `day`: 36 and 37 hours"),
        ("release.yaml", "raiseHold: 2", "raiseHold: 1", "`raiseHold`: 2 and 1"),
        ("aggregates.yaml", "k: 5", "k: 6", "`k`: 5 and 6"),
        ("aggregates.yaml", "1000", "1001", "price bands"),
        ("shop.yaml", "slots: 4", "slots: 5", "`shop.yaml`"),
    ])
    func `what changes something is told`(_ name: String, _ old: String, _ new: String, _ told: String) throws {
        #expect(try difference(name, old, new) == told)
    }
}
