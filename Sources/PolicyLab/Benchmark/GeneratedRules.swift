import Domain
import PolicyEngine

/// Rules that nobody would write, the same ones every time: for measuring, never for deciding.
enum GeneratedRules {
    /// SplitMix64: the same numbers for the same seed.
    struct Sequence {
        private var state: UInt64

        init(seed: UInt64) {
            state = seed
        }

        mutating func number(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((value ^ value >> 31) % UInt64(max(1, limit)))
        }

        mutating func element<Value>(of values: [Value]) -> Value? {
            values.isEmpty ? nil : values[number(below: values.count)]
        }
    }

    /// Half of them grants; all of one and the same age step, so that only their number differs.
    static func rules(_ count: Int, classes: [SensitivityClass]) -> [Rule] {
        var random = Sequence(seed: 0xBE9C)
        let disclosures = Disclosure.all.filter { $0 == $0.normalized && !$0.isNothing }
        return (0..<count).map { number in
            let isGrant = number.isMultiple(of: 2)
            return Rule(
                id: "rule-\(number)", effect: isGrant ? .grant : .limit,
                condition: Condition(
                    kinds: random.element(of: ActivityKind.allCases).map { [$0] },
                    audience: random.element(of: Audience.others),
                    classes: random.element(of: classes).map { [$0.code] },
                    minimumAge: isGrant ? nil : 24),
                disclosure: random.element(of: disclosures) ?? .nothing, because: [],
                location: SourceLocation(file: "", line: number, column: 1))
        }
    }
}
