/// Words that nobody knows, with the exact text that tells of them.
extension DiagnosticCase {
    static let words: [DiagnosticCase] = [
        DiagnosticCase(
            "an unknown key of a file", in: "aggregates.yaml",
            replacing: "k: 5",
            with: "k: 5\nkk: 6",
            rendered: """
                aggregates.yaml:2:1: error: unknown key `kk` in the file
                 2 | kk: 6
                   | ^
                   = did you mean `k`?
                """),
        DiagnosticCase(
            "an unknown key of a rule", in: "disclosure.yaml",
            replacing: "disclose: hint",
            with: "dislose: hint",
            rendered: """
                disclosure.yaml:27:5: error: missing key `disclose` in a grant
                 27 |   - id: friends-see-hints-of-alcohol
                    |     ^
                disclosure.yaml:29:5: error: unknown key `dislose` in a grant
                 29 |     dislose: hint
                    |     ^
                    = did you mean `disclose`?
                """),
        DiagnosticCase(
            "an unknown condition", in: "disclosure.yaml",
            replacing: "thirdParty: true",
            with: "thirdparty: true",
            rendered: """
                disclosure.yaml:45:29: error: unknown key `thirdparty` in `when`
                 45 |     when: { kind: purchase, thirdparty: true, audience: friends }
                    |                             ^
                    = did you mean `thirdParty`?
                """),
        DiagnosticCase(
            "an unknown class", in: "disclosure.yaml",
            replacing: "class: alcohol",
            with: "class: alchohol",
            rendered: """
                disclosure.yaml:28:55: error: unknown class `alchohol`
                 28 |     when: { kind: purchase, audience: friends, class: alchohol }
                    |                                                       ^
                    = did you mean `alcohol`?
                """),
        DiagnosticCase(
            "an unknown class in a list", in: "sensitive.yaml",
            replacing: "- class: alcohol\n    nodes",
            with: "- class: wine\n    nodes",
            rendered: """
                sensitive.yaml:23:12: error: unknown class `wine`
                 23 |   - class: wine
                    |            ^
                """),
        DiagnosticCase(
            "an unknown tier", in: "disclosure.yaml",
            replacing: "tier: ordinary",
            with: "tier: ordinery",
            rendered: """
                disclosure.yaml:20:60: error: unknown tier `ordinery`
                 20 |     when: { kind: purchase, audience: close-friends, tier: ordinery }
                    |                                                            ^
                    = did you mean `ordinary`?
                """),
        DiagnosticCase(
            "an unknown audience", in: "disclosure.yaml",
            replacing: "audience: everyone",
            with: "audience: public",
            rendered: """
                disclosure.yaml:32:43: error: unknown audience `public`
                 32 |     when: { kind: [shop, pick], audience: public, class: [ordinary, health] }
                    |                                           ^
                    = expected one of `self`, `close-friends`, `friends`, `friends-of-friends`, `everyone`
                """),
        DiagnosticCase(
            "an unknown kind", in: "disclosure.yaml",
            replacing: "kind: [shop, pick]",
            with: "kind: [shop, picks]",
            rendered: """
                disclosure.yaml:32:26: error: unknown kind `picks`
                 32 |     when: { kind: [shop, picks], audience: everyone, class: [ordinary, health] }
                    |                          ^
                    = did you mean `pick`?
                """),
        DiagnosticCase(
            "an unknown field", in: "disclosure.yaml",
            replacing: "{ product: department }",
            with: "{ produkt: department }",
            rendered: """
                disclosure.yaml:46:17: error: unknown field `produkt` in `disclose`
                 46 |     disclose: { produkt: department }
                    |                 ^
                    = did you mean `product`?
                """),
        DiagnosticCase(
            "an unknown precision", in: "disclosure.yaml",
            replacing: "{ product: department, time: month }",
            with: "{ product: department, time: fortnight }",
            rendered: """
                disclosure.yaml:6:38: error: unknown value of `time` `fortnight`
                 6 |   hint: { product: department, time: fortnight }
                   |                                      ^
                   = expected one of `minute`, `day`, `week`, `month`, `quarter`, `none`
                """),
        DiagnosticCase(
            "an unknown level", in: "disclosure.yaml",
            replacing: "disclose: hint",
            with: "disclose: hints",
            rendered: """
                disclosure.yaml:29:15: error: unknown level `hints`
                 29 |     disclose: hints
                    |               ^
                    = did you mean `hint`?
                    = expected a mapping of fields, or one of `nothing`, `hint`, `category`, `product`, `full`
                """),
        DiagnosticCase(
            "an unknown level of a default", in: "disclosure.yaml",
            replacing: "friends: hint, friends-of",
            with: "friends: some, friends-of",
            rendered: """
                disclosure.yaml:13:44: error: unknown level `some`
                 13 |   coarsen: { close-friends: hint, friends: some, friends-of-friends: nothing, everyone: \
                nothing }
                    |                                            ^
                    = expected one of `nothing`, `hint`, `category`, `product`, `full`
                """),
        DiagnosticCase(
            "an unknown source", in: "disclosure.yaml",
            replacing: "because: [gdpr-9]",
            with: "because: [gdpr-99]",
            rendered: """
                disclosure.yaml:30:15: error: unknown source `gdpr-99`
                 30 |     because: [gdpr-99]
                    |               ^
                    = did you mean `gdpr-9`?
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
            "an unknown epoch", in: "release.yaml",
            replacing: "epoch: day",
            with: "epoch: month",
            rendered: """
                release.yaml:3:8: error: unknown epoch `month`
                 3 | epoch: month
                   |        ^
                   = expected one of `day`, `week`
                """),
    ]
}
