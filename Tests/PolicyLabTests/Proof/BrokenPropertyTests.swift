import Domain
import Testing

@testable import PolicyEngine
@testable import PolicyLab

struct BrokenPropertyTests {
    private func sentence(
        _ claim: String, _ policy: Policy, taxonomy: Taxonomy? = nil, earlier: [Policy] = []
    ) throws -> String? {
        try BrokenPromiseTests.proof(policy, [claim], taxonomy: taxonomy, earlier: earlier).outcomes[0].counterexample?
            .sentence
    }

    private func rule(
        _ id: String, _ effect: Rule.Effect, _ condition: Condition, _ disclosure: Disclosure
    ) -> Rule {
        Rule(
            id: id, effect: effect, condition: condition, disclosure: disclosure, because: ["promise"],
            location: SourceLocation(file: "extra.yaml", line: 7, column: 3))
    }

    /// The fixture with what its files cannot say.
    private func policy(_ change: (inout PolicyContent) -> Void) throws -> Policy {
        var content = try ProofFixture.policy().content
        change(&content)
        return Policy(content, digest: ProofFixture.digest)
    }

    @Test func `a level that says more than its fields is not in normal form`() throws {
        let policy = try policy {
            $0.levels = Levels([.hint: Disclosure(product: .department, time: .month, price: .exact)])
        }
        #expect(
            try sentence("holds: normalForm", policy)
                == "the level `hint` is `{ product: department, time: month, price: exact }`, which is not in normal form"
        )
    }

    @Test func `normal form is what the lattice makes of every disclosure`() {
        for disclosure in Disclosure.all {
            #expect(RuleProofs.isInNormalForm(disclosure) == (disclosure == disclosure.normalized))
        }
    }

    @Test func `a rule for no kind matches nothing`() throws {
        let policy = try ProofFixture.policy()
        let idle = rule("idle", .limit, Condition(kinds: []), .nothing)
        #expect(
            try sentence("holds: everyRuleMatches", policy.replacing(rules: policy.rules + [idle]))
                == "`idle` (extra.yaml:7) matches no input")
    }

    @Test func `a rule that another one makes idle is shadowed`() throws {
        let policy = try ProofFixture.policy()
        let idle = rule(
            "older-purchases-leave", .limit,
            Condition(kinds: [.purchase], audience: .closeFriends, minimumAge: 30), .nothing)
        #expect(
            try sentence("holds: noRuleShadowed", policy.replacing(rules: policy.rules + [idle]))
                == "without `older-purchases-leave` (extra.yaml:7) every input is decided as with it")
    }

    @Test func `two grants of which neither is the greater one are told`() throws {
        let policy = try ProofFixture.policy()
        let other = rule(
            "friends-see-departments-by-day", .grant,
            Condition(kinds: [.purchase], audience: .friends, tiers: [.ordinary]),
            Disclosure(product: .department, time: .day))
        #expect(
            try sentence("holds: joinIsGrant", policy.replacing(rules: policy.rules + [other]))
                == "a purchase of class `ordinary`, seen by `close-friends`: `friends-see-months` (disclosure.yaml:19) "
                + "and `friends-see-departments-by-day` (extra.yaml:7) together give `{ product: category, time: day, "
                + "price: band }`, which none of them gives")
    }

    @Test func `a bucket that does not settle is released too early`() throws {
        let policy = try ProofFixture.policy("release.yaml", replacing: "week: 48", with: "week: 0")
        #expect(
            try sentence("holds: bucketedTimeIsReleasedLater", policy)
                == "a purchase dated `2024-W01` is released at `2024-01-09T00:00:00Z`, less than a day after the "
                + "bucket has ended everywhere")
    }

    @Test func `a node without a root is told`() throws {
        let policy = try ProofFixture.policy()
        let rootless = policy.replacing(roots: policy.roots.filter { $0.node != "fb" })
        #expect(
            try sentence("holds: everyNodeClassified", rootless) == "the node `fb` (fb) has no root at it or above it")
        let unfounded = policy.replacing(
            roots: policy.roots.map { Root(node: $0.node, classCode: $0.classCode, because: []) })
        #expect(
            try sentence("holds: everyNodeClassified", unfounded) == "the node `fb` (fb) is classified for no reason")
    }

    @Test func `a root that is no node is told`() throws {
        let policy = try ProofFixture.policy()
        let roots = policy.roots + [Root(node: "zz-9", classCode: ClassCode(name: "health"), because: ["promise"])]
        #expect(
            try sentence("holds: everyRootExists", policy.replacing(roots: roots))
                == "the taxonomy has no node `zz-9`, which is a root")
    }

    @Test func `thresholds that let a form tell are found out`() throws {
        let policy = try ProofFixture.policy("disclosure.yaml", replacing: "classShare: 10", with: "classShare: 30")
        let taxonomy = try ProofFixture.taxonomy(ordinary: 60, alcohol: 8)
        #expect(
            try sentence(
                "notTelling: { ordinaryShare: 80, ordinaryCount: 20, classShare: 10 }", policy, taxonomy: taxonomy)
                == "goods of class `alcohol` under `fb`, seen by `close-friends`, `ordinary` at `hint`, `owner-decides` "
                + "at `nothing`, `coarsen` at `hint`, opted in `alcohol`: shows `{ product: department, time: month }`, "
                + "for which may stand 60 ordinary leaves and 8 of `alcohol`")
        #expect(
            try sentence(
                "notTelling: { ordinaryShare: 80, ordinaryCount: 20, classShare: 10 }", ProofFixture.policy(),
                taxonomy: taxonomy) == nil)
    }

    @Test func `an earlier revision is held against this one`() throws {
        let policy = try ProofFixture.policy()
        let narrower = policy.replacing(rules: policy.rules.filter { $0.id != "friends-see-hints" })
        let alone = try BrokenPromiseTests.proof(policy, ["holds: consentOfOneRevisionIsBounded"])
        let both = try BrokenPromiseTests.proof(
            policy, ["holds: consentOfOneRevisionIsBounded"], earlier: [narrower])
        #expect(both.isComplete)
        #expect(both.outcomes[0].cases * 3 == alone.outcomes[0].cases * 4)
    }
}
