import Disclosure
import Domain
import PolicyEngine

/// What is disclosed for every input, decided by the code that serves.
struct DecisionMap {
    let space: InputSpace
    /// The disclosures that occur.
    private(set) var distinct: [Disclosure] = []
    /// The position in `distinct`, by input.
    private(set) var positions: [UInt8]
    private var positionByCode = [Int](repeating: -1, count: 1 << 10)

    init(policy: Policy, space: InputSpace) {
        self.space = space
        positions = [UInt8](repeating: 0, count: space.count)
        _ = position(of: .nothing)
        let admissions = Admissions()
        let limits = Self.limits(policy)
        for block in space.blocks {
            let settings = block.sizes[InputAxis.settings].reduce(1, *)
            for first in stride(from: block.base, to: block.base + block.count, by: settings) {
                let facts = space.input(first).facts
                if block.base == 0 {
                    fill(first, facts, limits, admissions)
                } else {
                    let decision = UInt8(position(of: policy.table.disclosure(facts)))
                    for blocked in 0...1 where admissions.isAudience(facts.audience, blocked: blocked) {
                        positions[first + blocked] = decision
                    }
                }
            }
        }
    }

    subscript(index: Int) -> Disclosure { distinct[Int(positions[index])] }

    /// Decides one purchase under every setting; `limits` go by sharing, opt-in and level, as the axes do.
    private mutating func fill(
        _ first: Int, _ facts: DecisionFacts, _ limits: [ConsentLimit], _ admissions: Admissions
    ) {
        var index = first
        for limit in limits {
            let decision = UInt8(position(of: limit.disclosure(facts)))
            for override in InputSpace.visibilities.indices {
                for blocked in 0...1 {
                    if admissions.isAudience(facts.audience, blocked: blocked),
                        admissions.admits(facts.audience, override: override)
                    {
                        positions[index] = decision
                    }
                    index += 1
                }
            }
        }
    }

    private mutating func position(of disclosure: Disclosure) -> Int {
        let code = Int(disclosure.code)
        if positionByCode[code] < 0 {
            positionByCode[code] = distinct.count
            distinct.append(disclosure)
        }
        return positionByCode[code]
    }

    /// One owner for every combination of sharing, opt-in and level, all of it consented to under the policy itself.
    private static func limits(_ policy: Policy) -> [ConsentLimit] {
        [false, true].flatMap { sharing in
            [false, true].flatMap { isOptedIn in
                InputSpace.levels.map { level in
                    ConsentLimit(
                        policy: policy,
                        consent: .assumed(
                            sharing: sharing, optedIn: isOptedIn ? policy.classes.map(\.code) + [.unknown] : [],
                            level: level, levels: policy.levels),
                        revisions: [policy.table])
                }
            }
        }
    }

    /// What blocks and overrides let through, asked once for every combination.
    private struct Admissions {
        private let audiences: [[Bool]]
        private let overrides: [[Bool]]

        init() {
            audiences = [false, true].map { isBlocked in
                Audience.allCases.map { AssumedRelation.audience($0, isBlocked: isBlocked) == $0 }
            }
            overrides = InputSpace.visibilities.map { visibility in
                Audience.allCases.map { visibility.admits($0) }
            }
        }

        func isAudience(_ audience: Audience, blocked: Int) -> Bool { audiences[blocked][Int(audience.rawValue)] }
        func admits(_ audience: Audience, override: Int) -> Bool { overrides[override][Int(audience.rawValue)] }
    }
}
