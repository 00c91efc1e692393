/// Overlays that are wrong or widen, with the exact text that tells of them.
extension DiagnosticCase {
    static let overlays: [DiagnosticCase] = [
        DiagnosticCase(
            "an overlay without a title", in: "overlay.yaml",
            replacing: "  title: { en: Narrower, zh: 更窄 }\n",
            with: "",
            rendered: """
                overlay.yaml:2:3: error: missing key `title` in `overlay`
                 2 |   id: narrow
                   |   ^
                """),
        DiagnosticCase(
            "an unknown key of an overlay", in: "overlay.yaml",
            replacing: "tiers:",
            with: "tier:",
            rendered: """
                overlay.yaml:15:1: error: unknown key `tier` in the file
                 15 | tier:
                    | ^
                    = did you mean `tiers`?
                """),
        DiagnosticCase(
            "an overlay that changes nothing", in: "overlay.yaml",
            replacing: "*",
            with: "overlay: { id: idle, title: { en: Idle, zh: 空 }, because: [gdpr-9] }",
            rendered: """
                overlay.yaml:1:16: error: the overlay `idle` changes nothing
                 1 | overlay: { id: idle, title: { en: Idle, zh: 空 }, because: [gdpr-9] }
                   |                ^
                """),
        DiagnosticCase(
            "an overlay that grants", in: "overlay.yaml",
            replacing: "limits:",
            with: "grants:\n  - id: all-see-fitness\n    when: { class: fitness, audience: everyone }\n"
                + "    disclose: hint\n    because: [own-law]\nlimits:",
            rendered: """
                overlay.yaml:27:1: error: the overlay `narrow` grants something, and may only narrow
                 27 | grants:
                    | ^
                    = expected `limits`, or `mayWiden: true` with a `reason`
                """),
        DiagnosticCase(
            "an overlay that widens without a reason", in: "overlay.yaml",
            replacing: "  because: [own-law]\nsources:",
            with: "  because: [own-law]\n  mayWiden: true\nsources:",
            rendered: """
                overlay.yaml:5:3: error: an overlay that may widen has no `reason`
                 5 |   mayWiden: true
                   |   ^
                   = expected a `reason` in writing
                """),
        DiagnosticCase(
            "a reason to widen for an overlay that may not", in: "overlay.yaml",
            replacing: "  because: [own-law]\nsources:",
            with: "  because: [own-law]\n  mayWiden: false\n  reason: We would like to\nsources:",
            rendered: """
                overlay.yaml:6:3: error: a `reason` to widen in an overlay that may not
                 6 |   reason: We would like to
                   |   ^
                   = expected `mayWiden: true` beside it, or no such key
                """),
        DiagnosticCase(
            "a permission to widen that is neither yes nor no", in: "overlay.yaml",
            replacing: "  because: [own-law]\nsources:",
            with: "  because: [own-law]\n  mayWiden: maybe\nsources:",
            rendered: """
                overlay.yaml:5:13: error: `mayWiden` cannot be `maybe`
                 5 |   mayWiden: maybe
                   |             ^
                   = expected `true` or `false`
                """),
        DiagnosticCase(
            "an overlay that lowers a tier", in: "overlay.yaml",
            replacing: "tier: withhold",
            with: "tier: owner-decides",
            rendered: """
                overlay.yaml:16:12: error: the overlay lowers `alcohol` from tier `coarsen` to `owner-decides`
                 16 |   - class: alcohol
                    |            ^
                    = expected `mayWiden: true` with a `reason`, or what only narrows
                """),
        DiagnosticCase(
            "an overlay that raises ordinary goods", in: "overlay.yaml",
            replacing: "class: alcohol\n    tier",
            with: "class: ordinary\n    tier",
            rendered: """
                overlay.yaml:16:12: error: `ordinary` cannot go from tier `ordinary` to `withhold`
                 16 |   - class: ordinary
                    |            ^
                    = expected one class of tier `ordinary`, the same as in the policy
                """),
        DiagnosticCase(
            "a class that an overlay raises twice", in: "overlay.yaml",
            replacing: "class: alcohol\n    tier",
            with: "class: [alcohol, fitness]\n    tier: withhold\n    because: [own-law]\n  - class: fitness\n    tier",
            rendered: """
                overlay.yaml:19:12: error: the class `fitness` is named in line 16 already
                 19 |   - class: fitness
                    |            ^
                """),
        DiagnosticCase(
            "an unknown class in an overlay", in: "overlay.yaml",
            replacing: "class: alcohol\n    tier",
            with: "class: alcohool\n    tier",
            rendered: """
                overlay.yaml:16:12: error: unknown class `alcohool`
                 16 |   - class: alcohool
                    |            ^
                    = did you mean `alcohol`?
                """),
        DiagnosticCase(
            "a class that the policy has already", in: "overlay.yaml",
            replacing: "classes:\n",
            with: "classes:\n  - { id: health, tier: withhold, name: { en: Health, zh: 健康 }, because: [own-law] }\n",
            rendered: """
                overlay.yaml:11:11: error: the id `health` is taken by the class in line 15 of `sensitive.yaml`
                 11 |   - { id: health, tier: withhold, name: { en: Health, zh: 健康 }, because: [own-law] }
                    |           ^
                """),
        DiagnosticCase(
            "a source that the policy has already", in: "overlay.yaml",
            replacing: "sources:\n",
            with: "sources:\n  - { id: gdpr-9, title: Nine, reference: here, demands: { en: Less, zh: 少 } }\n",
            rendered: """
                overlay.yaml:6:11: error: the id `gdpr-9` is taken by the source in line 6 of `sources.yaml`
                 6 |   - { id: gdpr-9, title: Nine, reference: here, demands: { en: Less, zh: 少 } }
                   |           ^
                """),
        DiagnosticCase(
            "a rule that the policy has already", in: "overlay.yaml",
            replacing: "- id: friends-do-not-see-fitness",
            with: "- id: health-is-withheld",
            rendered: """
                overlay.yaml:28:9: error: the id `health-is-withheld` is taken by the rule in line 36 of \
                `disclosure.yaml`
                 28 |   - id: health-is-withheld
                    |         ^
                """),
        DiagnosticCase(
            "a root of an overlay that lowers", in: "overlay.yaml",
            replacing: "nodes: [fb-2]",
            with: "nodes: [fb-2, hb-1-1]",
            rendered: """
                overlay.yaml:21:19: error: the node `hb-1-1` falls from `health` of tier `withhold` to `spirits` of \
                tier `coarsen`
                 21 |     nodes: [fb-2, hb-1-1]
                    |                   ^
                    = expected `mayWiden: true` with a `reason`, or what only narrows
                """),
        DiagnosticCase(
            "a root of an overlay that brings unclassified goods to light", in: "overlay.yaml",
            replacing: "nodes: [fb-2]",
            with: "nodes: [fb-2, zz-1]",
            rendered: """
                overlay.yaml:21:19: error: the node `zz-1` falls from `unknown` of tier `withhold` to `spirits` of \
                tier `coarsen`
                 21 |     nodes: [fb-2, zz-1]
                    |                   ^
                    = expected `mayWiden: true` with a `reason`, or what only narrows
                """),
        DiagnosticCase(
            "a root of an overlay without a node", in: "overlay.yaml",
            replacing: "nodes: [fb-2]",
            with: "nodes: [fb-3]",
            rendered: """
                overlay.yaml:21:13: error: the taxonomy has no node `fb-3`
                 21 |     nodes: [fb-3]
                    |             ^
                    = did you mean `fb-1`?
                """),
        DiagnosticCase(
            "a smaller crowd", in: "overlay.yaml",
            replacing: "k: 8",
            with: "k: 4",
            rendered: """
                overlay.yaml:32:18: error: the overlay's `k` of 4 is laxer than that of the policy
                 32 | thresholds: { k: 4, goods: 6, ordinaryShare: 85, classShare: 5 }
                    |                  ^
                    = expected 5 or more
                """),
        DiagnosticCase(
            "a greater share of one class", in: "overlay.yaml",
            replacing: "classShare: 5",
            with: "classShare: 11",
            rendered: """
                overlay.yaml:32:62: error: the overlay's `classShare` of 11 is laxer than that of the policy
                 32 | thresholds: { k: 8, goods: 6, ordinaryShare: 85, classShare: 11 }
                    |                                                              ^
                    = expected 10 or less
                """),
        DiagnosticCase(
            "a shorter time for late intake", in: "overlay.yaml",
            replacing: "month: 96",
            with: "month: 48",
            rendered: """
                overlay.yaml:33:29: error: the overlay's `month` of 48 is laxer than that of the policy
                 33 | release: { settle: { month: 48 } }
                    |                             ^
                    = expected 72 or more
                """),
        DiagnosticCase(
            "more tiers to pick from", in: "overlay.yaml",
            replacing: "pickable: [ordinary]",
            with: "pickable: [ordinary, coarsen]",
            rendered: """
                overlay.yaml:34:19: error: the policy does not let goods of tier `coarsen` be picked
                 34 | shop: { pickable: [ordinary, coarsen] }
                    |                   ^
                    = expected some of `ordinary`, `owner-decides`
                """),
    ].map(\.withTaxonomy)
}
