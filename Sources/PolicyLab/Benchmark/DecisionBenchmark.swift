import Domain
public import PolicyEngine

/// Measures how long the loaded policy takes to decide, and whether that depends on how many rules it has.
public struct DecisionBenchmark {
    private let policy: Policy
    private let nanoseconds: () -> UInt64
    private let allocatedBytes: (() -> UInt64)?
    private let decisions: Int
    private let rounds: Int

    /// Takes a clock that only goes forward, and what tells how much memory is in use, where that can be told.
    public init(
        policy: Policy, decisions: Int = 1_000_000, rounds: Int = 9, nanoseconds: @escaping () -> UInt64,
        allocatedBytes: (() -> UInt64)? = nil
    ) {
        self.policy = policy
        self.decisions = max(1, decisions)
        self.rounds = max(1, rounds)
        self.nanoseconds = nanoseconds
        self.allocatedBytes = allocatedBytes
    }

    public func report() -> BenchmarkReport {
        let loaded = measure(policy, named: "loaded")
        let few = measure(policy.replacing(rules: GeneratedRules.rules(10, classes: policy.classes)), named: "10 rules")
        let many = measure(
            policy.replacing(rules: GeneratedRules.rules(10_000, classes: policy.classes)), named: "10,000 rules")
        return BenchmarkReport(loaded: loaded, few: few, many: many)
    }

    private func measure(_ policy: Policy, named name: String) -> BenchmarkReport.Measurement {
        let table = policy.table
        // Few enough to lie in the cache, many enough that no branch can be learned by heart.
        let facts = Self.facts(4_096, classes: policy.classes, oldest: (table.space.ageSteps.last ?? 0) + 12)
        var perDecision: [Double] = []
        var allocated: UInt64?
        var checksum: UInt64 = Self.pass(table, facts, decisions: facts.count)
        for _ in 0..<rounds {
            let bytes = allocatedBytes?()
            let start = nanoseconds()
            checksum &+= Self.pass(table, facts, decisions: decisions)
            let elapsed = nanoseconds() - start
            if let bytes, let after = allocatedBytes?() { allocated = max(allocated ?? 0, after &- bytes) }
            perDecision.append(Double(elapsed) / Double(decisions))
        }
        perDecision.sort()
        return BenchmarkReport.Measurement(
            name: name, rules: policy.rules.count, cells: table.space.cellCount, decisions: decisions * rounds,
            median: perDecision[rounds / 2], least: perDecision[0], most: perDecision[rounds - 1],
            allocatedBytes: allocated, checksum: checksum)
    }

    /// Sums up what is decided, so that deciding cannot be left out.
    @inline(never)
    private static func pass(_ table: DecisionTable, _ facts: [DecisionFacts], decisions: Int) -> UInt64 {
        var sum: UInt64 = 0
        var position = 0
        for _ in 0..<decisions {
            sum &+= UInt64(table.disclosure(facts[position]).product.rawValue)
            position = (position + 1) & (facts.count - 1)
        }
        return sum
    }

    /// The same facts for the same policy, so that runs can be compared.
    static func facts(_ count: Int, classes: [SensitivityClass], oldest: Int) -> [DecisionFacts] {
        var random = GeneratedRules.Sequence(seed: 0x5EED)
        let codes = classes.map(\.code) + [.unknown]
        return (0..<count).map { _ in
            DecisionFacts(
                kind: random.element(of: ActivityKind.allCases) ?? .purchase,
                audience: random.element(of: Audience.allCases) ?? .everyone,
                classCode: random.element(of: codes) ?? .unknown, ageInMonths: random.number(below: oldest + 1),
                minor: random.number(below: 4) == 0, isPrivate: random.number(below: 4) == 0,
                thirdParty: random.number(below: 4) == 0)
        }
    }
}
