/// Classes, roots and terms that make no sense, with the exact text that tells of them.
extension DiagnosticCase {
    static let goods: [DiagnosticCase] = [
        DiagnosticCase(
            "two ordinary classes", in: "sensitive.yaml",
            replacing: "tier: owner-decides",
            with: "tier: ordinary",
            rendered: """
                sensitive.yaml:7:9: error: `fitness` is a second class of tier `ordinary` beside `ordinary`
                 7 |   - id: fitness
                   |         ^
                """),
        DiagnosticCase(
            "no ordinary class", in: "sensitive.yaml",
            replacing: "- id: ordinary\n    tier: ordinary",
            with: "- id: ordinary\n    tier: coarsen",
            rendered: """
                sensitive.yaml:2:1: error: no class has tier `ordinary`
                 2 | classes:
                   | ^
                """),
        DiagnosticCase(
            "classes whose codes collide", in: "sensitive.yaml",
            replacing: "- id: fitness",
            with: "- id: class-43890",
            rendered: """
                sensitive.yaml:15:9: error: the class `health` has the same code as `class-43890`
                 15 |   - id: health
                    |         ^
                    = expected another id for one of them
                """),
        DiagnosticCase(
            "a node that is named twice", in: "sensitive.yaml",
            replacing: "nodes: [hb-1-3]",
            with: "nodes: [hb-1-3, me-2]",
            rendered: """
                sensitive.yaml:30:21: error: the node `me-2` is named in line 27 already
                 30 |     nodes: [hb-1-3, me-2]
                    |                     ^
                """),
        DiagnosticCase(
            "a term that would lower", in: "sensitive.yaml",
            replacing: "- class: alcohol\n    en: [whisky]",
            with: "- class: ordinary\n    en: [whisky]",
            rendered: """
                sensitive.yaml:38:12: error: a term cannot lower goods to the class `ordinary` of tier `ordinary`
                 38 |   - class: ordinary
                    |            ^
                """),
        DiagnosticCase(
            "a short English term", in: "sensitive.yaml",
            replacing: "en: [whisky]",
            with: "en: [whisky, gi]",
            rendered: """
                sensitive.yaml:39:18: error: the term `gi` is too short
                 39 |     en: [whisky, gi]
                    |                  ^
                    = expected at least 3 Latin letters or digits
                """),
        DiagnosticCase(
            "a short Chinese term, after wide characters", in: "sensitive.yaml",
            replacing: "zh: [白酒]",
            with: "zh: [白酒, 酒]",
            rendered: """
                sensitive.yaml:40:14: error: the term `酒` is too short
                 40 |     zh: [白酒, 酒]
                    |                ^
                    = expected at least 2 characters
                """),
        DiagnosticCase(
            "a term without words", in: "sensitive.yaml",
            replacing: "en: [whisky]\n    zh: [白酒]",
            with: "unless: { en: [whisky glass] }",
            rendered: """
                sensitive.yaml:38:5: error: a term without words
                 38 |   - class: alcohol
                    |     ^
                    = expected `en`, `zh`, or both
                """),
        DiagnosticCase(
            "a tier that cannot be picked", in: "shop.yaml",
            replacing: "pickable: [ordinary, owner-decides]",
            with: "pickable: [ordinary, withhold]",
            rendered: """
                shop.yaml:3:11: error: goods of tier `withhold` cannot be picked
                 3 | pickable: [ordinary, withhold]
                   |           ^
                """),
    ]
}
