import Domain
import PolicyEngine
import Testing

@testable import PolicyLab

/// Random small policies, compared by asking every question of both as dumbly as can be.
struct DecisionOracleTests {
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64.
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// One case in words, with what becomes of it.
    private struct Finding: Hashable {
        let words: String
        let before: String
        let after: String
    }

    /// The policy with rules that mean nothing in particular.
    private static func policy(_ random: inout Random) throws -> Policy {
        let base = try ComparedPolicy.load()
        let location = try #require(base.rules.first).location
        let codes = base.classes.map(\.code)
        let rules = (0..<Int.random(in: 2...6, using: &random)).map { number in
            Rule(
                id: "rule-\(number)", effect: Bool.random(using: &random) ? .grant : .limit,
                condition: Condition(
                    kinds: Bool.random(using: &random)
                        ? nil : Set(ActivityKind.allCases.filter { _ in Bool.random(using: &random) }),
                    audience: Audience.allCases.randomElement(using: &random),
                    classes: Bool.random(using: &random) ? nil : Set(codes.filter { _ in Bool.random(using: &random) }),
                    minimumAge: [nil, 3, 12, 24].randomElement(using: &random) ?? nil,
                    minor: Int.random(in: 0..<4, using: &random) == 0,
                    isPrivate: Int.random(in: 0..<4, using: &random) == 0,
                    thirdParty: Int.random(in: 0..<4, using: &random) == 0),
                disclosure: Disclosure.all.randomElement(using: &random) ?? .nothing, because: ["promise"],
                location: location)
        }
        return base.replacing(rules: rules)
    }

    /// Asks the plain evaluators, at every age up to three years.
    private static func expected(_ old: Policy, _ new: Policy) -> Set<Finding> {
        func most(_ policy: Policy, _ facts: DecisionFacts, _ optedIn: Bool) -> Disclosure {
            let tier = policy.tier(of: facts.classCode)
            let needsConsent = facts.kind == .purchase && facts.audience != .owner
            if needsConsent, tier == .withhold || (tier != .ordinary && !optedIn) { return .nothing }
            return policy.plain.disclosure(facts)
        }
        var findings: Set<Finding> = []
        for kind in ActivityKind.allCases {
            for audience in Audience.allCases {
                for code in [.unknown] + old.classes.map(\.code) {
                    for age in [0, 2, 3, 11, 12, 23, 24, 36] {
                        for bits in 0..<16 {
                            let facts = DecisionFacts(
                                kind: kind, audience: audience, classCode: code, ageInMonths: age, minor: bits & 1 != 0,
                                isPrivate: bits & 2 != 0, thirdParty: bits & 4 != 0)
                            let before = most(old, facts, bits & 8 != 0)
                            let after = most(new, facts, bits & 8 != 0)
                            guard before != after else { continue }
                            let id = old.sensitivityClass(code)?.id ?? "unclassified"
                            findings.insert(
                                Finding(
                                    words: "\(kind) \(audience.name) \(id) \(age) \(bits)", before: before.notation,
                                    after: after.notation))
                        }
                    }
                }
            }
        }
        return findings
    }

    /// What the difference says of the same cases.
    private static func told(_ difference: [DecisionDifference]) -> Set<Finding> {
        func isIn(_ value: Bool, _ side: Bool?) -> Bool { side == nil || side == value }
        var findings: Set<Finding> = []
        for box in difference {
            for kind in box.kinds {
                for audience in box.audiences {
                    for id in box.classes {
                        for age in [0, 2, 3, 11, 12, 23, 24, 36]
                        where box.ages.contains(where: { $0.from <= age && age <= $0.to ?? .max }) {
                            for bits in 0..<16
                            where isIn(bits & 1 != 0, box.madeAsMinor) && isIn(bits & 2 != 0, box.madeInPrivate)
                                && isIn(bits & 4 != 0, box.thirdParty) && isIn(bits & 8 != 0, box.isOptedIn)
                            {
                                findings.insert(
                                    Finding(
                                        words: "\(kind) \(audience) \(id) \(age) \(bits)", before: box.before,
                                        after: box.after))
                            }
                        }
                    }
                }
            }
        }
        return findings
    }

    @Test(arguments: 1...40) func `the groups are exactly the cases that differ`(seed: UInt64) throws {
        var random = Random(state: seed)
        let old = try Self.policy(&random)
        let new = try Self.policy(&random)
        let difference = DecisionComparison(old: old, new: new).differences()
        #expect(Self.told(difference) == Self.expected(old, new))
        for box in difference {
            let isMore = box.direction.widens
            #expect(isMore == !Self.isAtMost(box.after, box.before))
        }
    }

    private static let byNotation = Dictionary(Disclosure.all.map { ($0.normalized.notation, $0.normalized) }) {
        first, _ in first
    }

    private static func isAtMost(_ left: String, _ right: String) -> Bool {
        guard let left = byNotation[left], let right = byNotation[right] else { return false }
        return left.isAtMost(right)
    }
}
