import Testing

/// A mistake in an invariant, and what is said about it.
struct InvariantMistake: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands after id, sentence and reason, from line 5 on.
    var rest = ""
    /// The whole file, where the mistake is elsewhere.
    var text: String?
    let rendered: String

    var testDescription: String { name }

    static let all = claims + selections

    private static let claims = [
        InvariantMistake(
            name: "no claim", rest: "given: { blocked: true }",
            rendered: """
                invariants.yaml:2:5: error: the invariant claims nothing
                 2 |   - id: so-it-is
                   |     ^
                   = expected one of `disclosure`, `atMost`, `atLeast`, `never`, `compare`, `notTelling`, `holds`
                """),
        InvariantMistake(
            name: "two claims", rest: "disclosure: nothing\n    holds: normalForm",
            rendered: """
                invariants.yaml:6:5: error: `holds` is a second claim beside `disclosure`
                 6 |     holds: normalForm
                   |     ^
                   = expected an invariant of its own
                """),
        InvariantMistake(
            name: "an unknown property", rest: "holds: normalForms",
            rendered: """
                invariants.yaml:5:12: error: unknown property `normalForms`
                 5 |     holds: normalForms
                   |            ^
                   = did you mean `normalForm`?
                """),
        InvariantMistake(
            name: "a property of some inputs", rest: "given: { blocked: true }\n    holds: normalForm",
            rendered: """
                invariants.yaml:5:5: error: `normalForm` is about the whole policy
                 5 |     given: { blocked: true }
                   |     ^
                   = expected no `given`
                """),
        InvariantMistake(
            name: "an unknown level", rest: "atMost: hints",
            rendered: """
                invariants.yaml:5:13: error: unknown level `hints`
                 5 |     atMost: hints
                   |             ^
                   = did you mean `hint`?
                   = expected a mapping of fields, or one of `nothing`, `hint`, `category`, `product`, `full`
                """),
        InvariantMistake(
            name: "a claim out of normal form", rest: "atLeast: { product: category, time: month, price: exact }",
            rendered: """
                invariants.yaml:5:14: error: `atLeast` is not in normal form
                 5 |     atLeast: { product: category, time: month, price: exact }
                   |              ^
                   = expected `price: band`
                """),
        InvariantMistake(
            name: "never nothing", rest: "never: {}",
            rendered: """
                invariants.yaml:5:12: error: `never` names no field
                 5 |     never: {}
                   |            ^
                   = expected one of `product`, `time`, `price`, `quantity`, `shop`
                """),
        InvariantMistake(
            name: "a direction of another change",
            rest: "compare: { change: audience, to: older, disclosure: atMost }",
            rendered: """
                invariants.yaml:5:38: error: unknown direction of `audience` `older`
                 5 |     compare: { change: audience, to: older, disclosure: atMost }
                   |                                      ^
                   = expected one of `closer`, `farther`
                """),
        InvariantMistake(
            name: "an id that is taken",
            text: """
                invariants:
                  - { id: twice, says: { en: A, zh: 甲 }, because: [gdpr-9], holds: normalForm }
                  - { id: twice, says: { en: B, zh: 乙 }, because: [gdpr-9], holds: joinIsGrant }
                """,
            rendered: """
                invariants.yaml:3:11: error: the id `twice` is taken by the invariant in line 2
                 3 |   - { id: twice, says: { en: B, zh: 乙 }, because: [gdpr-9], holds: joinIsGrant }
                   |           ^
                """),
        InvariantMistake(
            name: "no reason, and a sentence in one language",
            text: """
                invariants:
                  - { id: once, says: { en: A }, holds: normalForm }
                """,
            rendered: """
                invariants.yaml:2:5: error: missing key `because` in an invariant
                 2 |   - { id: once, says: { en: A }, holds: normalForm }
                   |     ^
                invariants.yaml:2:23: error: missing key `zh` in `says`
                 2 |   - { id: once, says: { en: A }, holds: normalForm }
                   |                       ^
                """),
    ]

    private static let selections = [
        InvariantMistake(
            name: "an unknown key of a selection", rest: "given: { audiences: friends }\n    disclosure: nothing",
            rendered: """
                invariants.yaml:5:14: error: unknown key `audiences` in `given`
                 5 |     given: { audiences: friends }
                   |              ^
                   = did you mean `audience`?
                """),
        InvariantMistake(
            name: "a class of another tier", rest: "given: { class: alcohol, tier: withhold }\n    disclosure: nothing",
            rendered: """
                invariants.yaml:5:12: error: no input is given: none of the classes has such a tier
                 5 |     given: { class: alcohol, tier: withhold }
                   |            ^
                """),
        InvariantMistake(
            name: "a setting of a pick", rest: "given: { kind: pick, level: hint }\n    disclosure: nothing",
            rendered: """
                invariants.yaml:5:26: error: no input is given: only a `purchase` has `level`
                 5 |     given: { kind: pick, level: hint }
                   |                          ^
                """),
        InvariantMistake(
            name: "settings said twice", rest: "given: { settings: untouched, sharing: true }\n    disclosure: nothing",
            rendered: """
                invariants.yaml:5:35: error: `settings` says already what `sharing` is
                 5 |     given: { settings: untouched, sharing: true }
                   |                                   ^
                """),
        InvariantMistake(
            name: "an empty stretch of ages", rest: "given: { age: { from: 9, below: 9 } }\n    disclosure: nothing",
            rendered: """
                invariants.yaml:5:19: error: no age is 9 or more and below 9
                 5 |     given: { age: { from: 9, below: 9 } }
                   |                   ^
                """),
        InvariantMistake(
            name: "a truth that is none", rest: "given: { minor: yes }\n    disclosure: nothing",
            rendered: """
                invariants.yaml:5:21: error: `minor` cannot be `yes`
                 5 |     given: { minor: yes }
                   |                     ^
                   = expected `true` or `false`
                """),
    ]
}
