/// Rules, terms and defaults that decide nothing or the wrong way round, with the exact text that tells of them.
extension DiagnosticCase {
    static let shadows: [DiagnosticCase] = [
        DiagnosticCase(
            "a grant that another one covers", in: "disclosure.yaml",
            replacing: "  - id: everyone-sees-shops",
            with: """
                  - id: friends-see-departments
                    when: { kind: purchase, audience: friends, tier: ordinary }
                    disclose: hint
                    because: [product-promise]
                  - id: everyone-sees-shops
                """,
            rendered: """
                disclosure.yaml:31:9: error: `friends-see-departments` is shadowed: `friends-see-months` gives as much
                 31 |   - id: friends-see-departments
                    |         ^
                    = expected a rule that changes a decision, or none
                """),
        DiagnosticCase(
            "a grant that two others cover, each in a part", in: "disclosure.yaml",
            replacing: "  - id: everyone-sees-shops",
            with: """
                  - id: friends-see-departments
                    when: { kind: purchase, audience: friends, tier: [ordinary, coarsen] }
                    disclose: hint
                    because: [product-promise]
                  - id: everyone-sees-shops
                """,
            rendered: """
                disclosure.yaml:31:9: error: `friends-see-departments` is shadowed: `friends-see-hints-of-alcohol` \
                and `friends-see-months` give as much
                 31 |   - id: friends-see-departments
                    |         ^
                    = expected a rule that changes a decision, or none
                """),
        DiagnosticCase(
            "a grant that a limit takes back", in: "disclosure.yaml",
            replacing: "  - id: everyone-sees-shops",
            with: """
                  - id: friends-see-milestones-of-minors
                    when: { kind: milestone, audience: friends, tier: ordinary, minor: true }
                    disclose: hint
                    because: [product-promise]
                  - id: everyone-sees-shops
                """,
            rendered: """
                disclosure.yaml:31:9: error: `friends-see-milestones-of-minors` is shadowed: `minors-share-nothing` \
                takes it back
                 31 |   - id: friends-see-milestones-of-minors
                    |         ^
                    = expected a rule that changes a decision, or none
                """),
        DiagnosticCase(
            "a limit that another one covers", in: "disclosure.yaml",
            replacing: "  - id: minors-share-nothing",
            with: """
                  - id: very-old-purchases-leave
                    when: { age: { from: 36 }, audience: close-friends }
                    disclose: nothing
                    because: [product-promise]
                  - id: minors-share-nothing
                """,
            rendered: """
                disclosure.yaml:48:9: error: `very-old-purchases-leave` is shadowed: `old-purchases-leave` takes as \
                much
                 48 |   - id: very-old-purchases-leave
                    |         ^
                    = expected a rule that changes a decision, or none
                """),
        DiagnosticCase(
            "two rules that say the same", in: "disclosure.yaml",
            replacing: "  - id: minors-share-nothing",
            with: """
                  - id: the-young-share-nothing
                    when: { minor: true, audience: close-friends }
                    disclose: nothing
                    because: [product-promise]
                  - id: minors-share-nothing
                """,
            rendered: """
                disclosure.yaml:52:9: error: `minors-share-nothing` is shadowed: `the-young-share-nothing` takes as \
                much
                 52 |   - id: minors-share-nothing
                    |         ^
                    = expected a rule that changes a decision, or none
                """),
        DiagnosticCase(
            "private mode of what has none", in: "disclosure.yaml",
            replacing: "{ minor: true, audience: close-friends }",
            with: "{ kind: [pick, offer], private: true, audience: close-friends }",
            rendered: """
                disclosure.yaml:49:5: error: `minors-share-nothing` can never match: only a `purchase` is made in \
                private mode
                 49 |     when: { kind: [pick, offer], private: true, audience: close-friends }
                    |     ^
                """),
        DiagnosticCase(
            "a third party of what has none", in: "disclosure.yaml",
            replacing: "kind: purchase, thirdParty: true",
            with: "kind: shop, thirdParty: true",
            rendered: """
                disclosure.yaml:45:5: error: `third-parties-are-hinted-at` can never match: only a `purchase` has a \
                third party
                 45 |     when: { kind: shop, thirdParty: true, audience: friends }
                    |     ^
                """),
        DiagnosticCase(
            "a default that favours the stricter tier", in: "disclosure.yaml",
            replacing: "coarsen: { close-friends: hint, friends: hint,",
            with: "coarsen: { close-friends: product, friends: hint,",
            rendered: """
                disclosure.yaml:13:14: error: `close-friends` would see more of the stricter `coarsen` than of \
                `owner-decides`
                 13 |   coarsen: { close-friends: product, friends: hint, friends-of-friends: nothing, everyone: \
                nothing }
                    |              ^
                    = expected at most `category`
                """),
        DiagnosticCase(
            "a label that is coarser than its department", in: "disclosure.yaml",
            replacing: "labels: { department: 1, category: 2 }",
            with: "labels: { department: 3, category: 2 }",
            rendered: """
                disclosure.yaml:1:26: error: a category at depth 2 is coarser than a department at depth 3
                 1 | labels: { department: 3, category: 2 }
                   |                          ^
                """),
        DiagnosticCase(
            "a term that its exception takes", in: "sensitive.yaml",
            replacing: "unless: { en: [condom shaped balloon], zh: [安全套装] }",
            with: "unless: { en: [after, condom shaped balloon], zh: [避孕] }",
            rendered: """
                sensitive.yaml:34:18: error: the term `morning after pill` can never hit: its exception `after` in \
                line 36 is part of it
                 34 |     en: [condom, morning after pill, HIV]
                    |                  ^
                sensitive.yaml:35:10: error: the term `避孕套` can never hit: its exception `避孕` in line 36 is part of it
                 35 |     zh: [避孕套, 安全套]
                    |          ^
                """),
        DiagnosticCase(
            "a term with empty lists", in: "sensitive.yaml",
            replacing: "en: [whisky]\n    zh: [白酒]",
            with: "en: []\n    zh: []",
            rendered: """
                sensitive.yaml:38:5: error: a term without words
                 38 |   - class: alcohol
                    |     ^
                    = expected `en`, `zh`, or both
                """),
        DiagnosticCase(
            "an unknown currency", in: "aggregates.yaml",
            replacing: "JPY:",
            with: "yen:",
            rendered: """
                aggregates.yaml:4:3: error: unknown currency `yen`
                 4 |   yen: [0, 1000, 3000]
                   |   ^
                   = did you mean `JPY`?
                   = expected `default`, or a code of ISO 4217
                """),
        DiagnosticCase(
            "a currency without a default", in: "aggregates.yaml",
            replacing: "default: [0, 1000, 2500]",
            with: "EUR: [0, 1000, 2500]",
            rendered: """
                aggregates.yaml:3:3: error: missing key `default` in `priceBands`
                 3 |   EUR: [0, 1000, 2500]
                   |   ^
                """),
    ]
}
