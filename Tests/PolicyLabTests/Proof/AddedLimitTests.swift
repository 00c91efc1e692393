import Domain
import PolicyEngine
import Testing
import VitrineTesting

struct AddedLimitTests {
    @Test func `adding any limit to the shipped policy never widens a cell`() throws {
        let policy = try ProofFixture.shipped().policy
        let (before, plain) = (policy.table, policy.table.space)
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        var narrowed = 0
        for number in 0..<200 {
            let limit = Self.limit(number, of: policy, &generator)
            let after = policy.replacing(rules: policy.rules + [limit]).table
            var isFelt = false
            var wider: DecisionFacts?
            let isSame = after.space == plain
            for cell in 0..<after.space.cellCount {
                let old =
                    isSame ? before.disclosure(inCell: cell) : before.disclosure(after.space.facts(ofCell: cell))
                let new = after.disclosure(inCell: cell)
                guard old != new else { continue }
                isFelt = true
                if !new.isAtMost(old) { wider = after.space.facts(ofCell: cell) }
            }
            #expect(wider == nil, "seed \(seed), limit \(number): \(limit.condition), \(limit.disclosure.notation)")
            if isFelt { narrowed += 1 }
        }
        // Random limits that nobody would feel prove nothing.
        #expect(narrowed > 50, "seed \(seed)")
    }

    /// A limit of any condition and any disclosure in normal form.
    private static func limit(_ number: Int, of policy: Policy, _ generator: inout SplitMix64) -> Rule {
        var condition = Condition()
        condition.audience = Audience.allCases.randomElement(using: &generator)
        if Bool.random(using: &generator) { condition.kinds = subset(ActivityKind.allCases, &generator) }
        if Bool.random(using: &generator) { condition.classes = subset(policy.classes.map(\.code), &generator) }
        if Bool.random(using: &generator) { condition.tiers = subset(Tier.allCases, &generator) }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            condition.minimumAge = Int.random(in: 1...40, using: &generator)
        }
        condition.minor = Int.random(in: 0..<6, using: &generator) == 0
        condition.isPrivate = Int.random(in: 0..<6, using: &generator) == 0
        condition.thirdParty = Int.random(in: 0..<6, using: &generator) == 0
        let disclosure = Disclosure(code: UInt16.random(in: 0..<1024, using: &generator)) ?? .nothing
        return Rule(
            id: "added-\(number)", effect: .limit, condition: condition, disclosure: disclosure, because: [],
            location: SourceLocation(file: "", line: 0, column: 0))
    }

    private static func subset<Element: Hashable>(
        _ all: [Element], _ generator: inout SplitMix64
    ) -> Set<Element> {
        Set(all.shuffled(using: &generator).prefix(Int.random(in: 1...all.count, using: &generator)))
    }
}
