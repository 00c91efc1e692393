import Domain
import PolicyEngine
import Testing

@testable import PolicyLab

struct BrokenPromiseTests {
    @Test(arguments: BrokenPromise.all)
    func `the simplest case that breaks a promise is told`(_ broken: BrokenPromise) throws {
        let policy = try ProofFixture.policy()
        let proof = Prover(
            PolicySet(policy: policy, invariants: try ProofFixture.invariants(broken.claim)),
            taxonomy: try ProofFixture.taxonomy()
        ).proof()
        let counterexample = try #require(proof.outcomes[0].counterexample)
        #expect(counterexample.sentence == broken.sentence)
        #expect(counterexample.rules.map(\.id) == broken.rules)
    }

    @Test func `what the fixture promises, it keeps`() throws {
        let properties = PolicyProperty.allCases.map { "holds: \($0.rawValue)" }
        let proof = try Self.proof(try ProofFixture.policy(), properties)
        #expect(proof.outcomes.count == PolicyProperty.allCases.count)
        #expect(proof.isComplete, Comment(rawValue: proof.text))
    }

    @Test func `an invariant that speaks of no input proves nothing`() throws {
        let policy = try ProofFixture.policy().replacing(tiers: [ClassCode(name: "fitness"): .coarsen])
        let proof = try Self.proof(policy, ["given: { tier: owner-decides }\n    disclosure: nothing"])
        #expect(
            proof.outcomes[0].counterexample?.sentence == "there is no input that the invariant speaks of")
    }

    static func proof(
        _ policy: Policy, _ claims: [String], taxonomy: Taxonomy? = nil, earlier: [Policy] = []
    ) throws -> Proof {
        let invariants = try claims.flatMap { try ProofFixture.invariants($0) }
        return Prover(
            PolicySet(policy: policy, invariants: invariants), taxonomy: try taxonomy ?? ProofFixture.taxonomy(),
            earlier: earlier
        ).proof()
    }
}
