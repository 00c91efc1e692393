/// Files and values of the wrong shape, with the exact text that tells of them.
extension DiagnosticCase {
    static let shape: [DiagnosticCase] = [
        DiagnosticCase(
            "an empty file", in: "shop.yaml",
            replacing: "*",
            with: "# nothing but a comment",
            rendered: """
                shop.yaml:1:1: error: the file is empty
                 1 | # nothing but a comment
                   | ^
                """),
        DiagnosticCase(
            "a file that is no YAML", in: "release.yaml",
            replacing: "settle: { minute: 0,",
            with: "settle: { minute: 0,]",
            rendered: """
                release.yaml:1:21: error: did not find expected node content
                 1 | settle: { minute: 0,] day: 36, week: 48, month: 72, quarter: 120 }
                   |                     ^
                """),
        DiagnosticCase(
            "a list where a mapping belongs", in: "aggregates.yaml",
            replacing: "*",
            with: "- k",
            rendered: """
                aggregates.yaml:1:1: error: the file cannot be a list
                 1 | - k
                   | ^
                   = expected a mapping of `k`, `priceBands`
                """),
        DiagnosticCase(
            "a key that comes twice", in: "aggregates.yaml",
            replacing: "k: 5",
            with: "k: 5\nk: 6",
            rendered: """
                aggregates.yaml:1:1: error: the key `k` comes twice
                 1 | k: 5
                   | ^
                """),
        DiagnosticCase(
            "an anchor", in: "aggregates.yaml",
            replacing: "k: 5",
            with: "k: &five 5",
            rendered: """
                aggregates.yaml:1:4: error: the anchor `five` is not used in policies
                 1 | k: &five 5
                   |    ^
                   = expected the value where it belongs
                """),
        DiagnosticCase(
            "a reason that is missing", in: "disclosure.yaml",
            replacing: "disclose: hint\n    because: [gdpr-9]",
            with: "disclose: hint",
            rendered: """
                disclosure.yaml:27:5: error: missing key `because` in a grant
                 27 |   - id: friends-see-hints-of-alcohol
                    |     ^
                """),
        DiagnosticCase(
            "a reason that is empty", in: "disclosure.yaml",
            replacing: "disclose: hint\n    because: [gdpr-9]",
            with: "disclose: hint\n    because: []",
            rendered: """
                disclosure.yaml:30:14: error: `because` cannot be an empty list
                 30 |     because: []
                    |              ^
                    = expected a list with something in it
                """),
        DiagnosticCase(
            "a number in quotes", in: "aggregates.yaml",
            replacing: "k: 5",
            with: "k: '5'",
            rendered: """
                aggregates.yaml:1:4: error: `k` cannot be `5`
                 1 | k: '5'
                   |    ^
                   = expected a whole number from 2 to 1000000
                """),
        DiagnosticCase(
            "a crowd of one", in: "aggregates.yaml",
            replacing: "k: 5",
            with: "k: 1",
            rendered: """
                aggregates.yaml:1:4: error: `k` cannot be `1`
                 1 | k: 1
                   |    ^
                   = expected a whole number from 2 to 1000000
                """),
        DiagnosticCase(
            "a flag that is false", in: "disclosure.yaml",
            replacing: "minor: true",
            with: "minor: false",
            rendered: """
                disclosure.yaml:49:20: error: `minor` cannot be `false`
                 49 |     when: { minor: false, audience: close-friends }
                    |                    ^
                    = expected `true`, or no such key
                """),
        DiagnosticCase(
            "an id that is not in kebab-case", in: "disclosure.yaml",
            replacing: "id: friends-see-months",
            with: "id: friendsSeeMonths",
            rendered: """
                disclosure.yaml:23:9: error: the id `friendsSeeMonths` is not in kebab-case
                 23 |   - id: friendsSeeMonths
                    |         ^
                    = expected lower-case letters and digits, joined by hyphens
                """),
        DiagnosticCase(
            "an id that is taken", in: "disclosure.yaml",
            replacing: "id: friends-see-months",
            with: "id: owners-see-all",
            rendered: """
                disclosure.yaml:23:9: error: the id `owners-see-all` is taken by the rule in line 15
                 23 |   - id: owners-see-all
                    |         ^
                """),
        DiagnosticCase(
            "a name without Chinese", in: "sensitive.yaml",
            replacing: "{ en: Health, zh: 健康 }",
            with: "{ en: Health }",
            rendered: """
                sensitive.yaml:17:11: error: missing key `zh` in `name`
                 17 |     name: { en: Health }
                    |           ^
                """),
        DiagnosticCase(
            "bands that do not begin at nothing", in: "aggregates.yaml",
            replacing: "JPY: [0, 1000, 3000]",
            with: "JPY: [100, 1000]",
            rendered: """
                aggregates.yaml:4:9: error: the first band of `JPY` begins at 100
                 4 |   JPY: [100, 1000]
                   |         ^
                   = expected `0`
                """),
        DiagnosticCase(
            "bands that do not rise", in: "aggregates.yaml",
            replacing: "JPY: [0, 1000, 3000]",
            with: "JPY: [0, 1000, 1000]",
            rendered: """
                aggregates.yaml:4:18: error: the edge 1000 of `JPY` does not lie above 1000
                 4 |   JPY: [0, 1000, 1000]
                   |                  ^
                   = expected edges that rise
                """),
    ]
}
