import Domain
import PolicyEngine
import Testing

@testable import PolicyLab

struct ProverTests {
    @Test func `the shipped policy keeps its promises over the shipped tree`() throws {
        let proof = Prover(try ProofFixture.shipped(), taxonomy: try ProofFixture.shippedTaxonomy()).proof()
        #expect(proof.isComplete, Comment(rawValue: proof.text))
        #expect(proof.verdict == .passed)
        #expect(proof.outcomes.count >= 40)
        #expect(proof.outcomes.allSatisfy { $0.cases > 0 })
    }

    @Test func `every input is counted once`() throws {
        let policy = try ProofFixture.policy()
        let space = InputSpace(policy: policy, ages: [12])
        // Classes and unknown; 0, 12 and 24 months; audiences; three flags.
        let facts = 6 * 3 * 5 * 8
        // Sharing, opt-in, five levels and none, six overrides, blocked; of other kinds only the last.
        #expect(space.count == facts * (2 * 2 * 6 * 6 * 2) + 4 * facts * 2)
        #expect(Set((0..<space.count).map(space.input)).count == space.count)
        var visited = [Int](repeating: 0, count: space.count)
        for box in space.boxes(of: InputSelection(), policy: policy) { box.forEach { visited[$0] += 1 } }
        #expect(visited.allSatisfy { $0 == 1 })
        let proof = Prover(
            PolicySet(policy: policy, invariants: try ProofFixture.invariants("atMost: full")),
            taxonomy: try ProofFixture.taxonomy()
        ).proof()
        #expect(proof.cells == 6 * 2 * 5 * 8 * (288 + 8))
        #expect(proof.outcomes.map(\.cases) == [proof.cells])
    }

    @Test func `no input is more complex than another in the same way`() throws {
        let space = InputSpace(policy: try ProofFixture.policy(), ages: [])
        #expect(Set((0..<space.count).map(space.complexity)).count == space.count)
    }

    @Test func `a table that was tampered with is found out`() throws {
        let policy = try ProofFixture.policy()
        var bytes = policy.table.encoded()
        // The last cell: everything of the last class for everyone, of a milestone, with every flag.
        bytes.replaceSubrange(
            (bytes.count - 2)..., with: withUnsafeBytes(of: Disclosure.full.code.bigEndian) { Array($0) })
        let set = PolicySet(policy: policy, invariants: try ProofFixture.invariants("holds: tableEqualsEvaluator"))
        let proof = Prover(
            set, taxonomy: try ProofFixture.taxonomy(), table: try DecisionTable(encoded: bytes)
        ).proof()
        let sentence = proof.outcomes[0].counterexample?.sentence ?? ""
        #expect(
            sentence.hasSuffix("the table shows `\(Disclosure.full.notation)`, the rules show `nothing`"),
            Comment(rawValue: sentence))
        #expect(proof.verdict == .invariantBroken)
    }

    @Test func `where nothing is claimed nothing is proved`() throws {
        let proof = Prover(PolicySet(policy: try ProofFixture.policy()), taxonomy: try ProofFixture.taxonomy()).proof()
        #expect(proof.verdict == .invariantBroken)
        #expect(proof.text.hasSuffix("no invariant is claimed, so nothing is proved\n"))
    }

    @Test func `a proof is told to people and to programs`() throws {
        let set = PolicySet(
            policy: try ProofFixture.policy(),
            invariants: try ProofFixture.invariants(
                "atMost: full", "given: { audience: everyone }\n    disclosure: nothing"))
        let proof = Prover(set, taxonomy: try ProofFixture.taxonomy()).proof()
        #expect(proof.text.hasPrefix("proved  claim-0  142,080 cases\nBROKEN  claim-1  28,416 cases\n"))
        #expect(proof.text.contains(": 1 of 2 invariants proved over 142,080 cells and 73 nodes of the taxonomy\n"))
        let json = try proof.json()
        #expect(json.contains("\"id\" : \"everyone-sees-picks\""))
        #expect(json.contains("\"proved\" : false"))
    }
}
