import Domain
import PolicyEngine
import Testing

struct DecisionTableTests {
    @Test func `table and plain evaluator agree in every cell of the fixture`() throws {
        expectAgreement(of: try Fixture.load(), "the fixture")
    }

    @Test(arguments: Seeds.fresh(24))
    func `table and plain evaluator agree whatever the rules`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let policy = try Fixture.load()
        let rules = (0..<Int.random(in: 0...12, using: &generator)).map { Self.rule($0, policy, &generator) }
        expectAgreement(of: policy.replacing(rules: rules), "seed \(seed)")
    }

    @Test(arguments: Seeds.fresh(24))
    func `a closer audience never sees less, whatever the rules`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let policy = try Fixture.load()
        let rules = (0..<12).map { Self.rule($0, policy, &generator) }
        let table = policy.replacing(rules: rules).table
        var worse: [Int] = []
        for cell in 0..<table.space.cellCount {
            let facts = table.space.facts(ofCell: cell)
            guard facts.audience > .owner, let closer = Audience(rawValue: facts.audience.rawValue - 1) else {
                continue
            }
            var nearer = facts
            nearer.audience = closer
            if !table.disclosure(facts).isAtMost(table.disclosure(nearer)) { worse.append(cell) }
        }
        #expect(worse.isEmpty, "seed \(seed)")
    }

    @Test func `every decision is in normal form`() throws {
        let table = try Fixture.load().table
        let decisions = (0..<table.space.cellCount).map(table.disclosure(inCell:))
        #expect(decisions.allSatisfy { $0 == $0.normalized })
    }

    @Test func `facts and cells belong to each other`() throws {
        let space = try Fixture.load().table.space
        #expect(space.cellCount == 5 * 2 * 200)
        #expect((0..<space.cellCount).allSatisfy { space.cell(of: space.facts(ofCell: $0)) == $0 })
    }

    @Test func `an encoded table decides as before, without its policy`() throws {
        for policy in [try Fixture.load(), try ShippedPolicy.load()] {
            #expect(try DecisionTable(encoded: policy.table.encoded()) == policy.table)
        }
    }

    @Test func `what is no encoded table is refused`() throws {
        let bytes = try Fixture.load().table.encoded()
        #expect(throws: DecisionTable.DecodingError.unknownVersion) { try DecisionTable(encoded: []) }
        #expect(throws: DecisionTable.DecodingError.unknownVersion) {
            try DecisionTable(encoded: [2] + bytes.dropFirst())
        }
        for length in [1, 2, 3, 9, bytes.count - 1] {
            #expect(throws: DecisionTable.DecodingError.wrongLength) {
                try DecisionTable(encoded: Array(bytes.prefix(length)))
            }
        }
        #expect(throws: DecisionTable.DecodingError.wrongLength) { try DecisionTable(encoded: bytes + [0]) }
        var unordered = bytes
        unordered[3] = 0xFF
        #expect(throws: DecisionTable.DecodingError.malformedSpace) { try DecisionTable(encoded: unordered) }
        var impossible = bytes
        impossible[bytes.count - 1] = 0xFF
        #expect(throws: DecisionTable.DecodingError.malformedCell) { try DecisionTable(encoded: impossible) }
    }

    private func expectAgreement(of policy: Policy, _ comment: Comment) {
        let space = policy.table.space
        let different = (0..<space.cellCount).map(space.facts(ofCell:)).filter {
            policy.table.disclosure($0) != policy.plain.disclosure($0)
        }
        #expect(different.isEmpty, comment)
    }

    /// Any rule at all, sensible or not.
    static func rule(_ number: Int, _ policy: Policy, _ generator: inout SeededGenerator) -> Rule {
        func some<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> Set<Value>? {
            Bool.random(using: &generator) ? nil : Set(values.filter { _ in Bool.random(using: &generator) })
        }
        let effect = Bool.random(using: &generator) ? Rule.Effect.grant : .limit
        let condition = Condition(
            kinds: some(ActivityKind.allCases, &generator),
            audience: Bool.random(using: &generator) ? nil : Audience.allCases.randomElement(using: &generator),
            classes: some(policy.classes.map(\.code), &generator), tiers: some(Tier.allCases, &generator),
            minimumAge: Int.random(in: 0...2, using: &generator) == 0 ? Int.random(in: 1...30, using: &generator) : nil,
            minor: Int.random(in: 0...3, using: &generator) == 0,
            isPrivate: Int.random(in: 0...3, using: &generator) == 0,
            thirdParty: Int.random(in: 0...3, using: &generator) == 0)
        let disclosure = Disclosure.all.randomElement(using: &generator) ?? .nothing
        return Rule(
            id: "rule-\(number)", effect: effect, condition: condition,
            disclosure: effect == .grant ? disclosure.normalized : disclosure, because: [],
            location: SourceLocation(file: "", line: number, column: 1))
    }
}
