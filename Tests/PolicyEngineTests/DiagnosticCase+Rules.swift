/// Rules and levels that make no sense, with the exact text that tells of them.
extension DiagnosticCase {
    static let rules: [DiagnosticCase] = [
        DiagnosticCase(
            "a rule whose class is not of its tier", in: "disclosure.yaml",
            replacing: "audience: friends, class: alcohol",
            with: "audience: friends, class: alcohol, tier: ordinary",
            rendered: """
                disclosure.yaml:28:5: error: `friends-see-hints-of-alcohol` can never match: none of the classes \
                has such a tier
                 28 |     when: { kind: purchase, audience: friends, class: alcohol, tier: ordinary }
                    |     ^
                """),
        DiagnosticCase(
            "an age of what has none", in: "disclosure.yaml",
            replacing: "kind: purchase, age",
            with: "kind: pick, age",
            rendered: """
                disclosure.yaml:41:5: error: `old-purchases-leave` can never match: only a `purchase` has an age
                 41 |     when: { kind: pick, age: { from: 24 }, audience: close-friends }
                    |     ^
                """),
        DiagnosticCase(
            "an age in a grant", in: "disclosure.yaml",
            replacing: "audience: friends, class: alcohol",
            with: "audience: friends, class: alcohol, age: { from: 2 }",
            rendered: """
                disclosure.yaml:28:64: error: a grant cannot depend on `age`
                 28 |     when: { kind: purchase, audience: friends, class: alcohol, age: { from: 2 } }
                    |                                                                ^
                    = expected a limit
                """),
        DiagnosticCase(
            "an age that only coarsens", in: "disclosure.yaml",
            replacing: "audience: close-friends }\n    disclose: nothing\n    because: "
                + "[product-promise]\n  - id: third",
            with: "audience: close-friends }\n    disclose: hint\n    because: [product-promise]\n "
                + " - id: third",
            rendered: """
                disclosure.yaml:42:15: error: a limit by `age` can only suppress
                 42 |     disclose: hint
                    |               ^
                    = expected `nothing`
                """),
        DiagnosticCase(
            "a limit on owners themselves", in: "disclosure.yaml",
            replacing: "{ minor: true, audience: close-friends }",
            with: "{ minor: true }",
            rendered: """
                disclosure.yaml:49:5: error: `minors-share-nothing` limits what owners see of their own
                 49 |     when: { minor: true }
                    |     ^
                    = expected `audience: close-friends` or farther
                """),
        DiagnosticCase(
            "a grant of nothing", in: "disclosure.yaml",
            replacing: "disclose: hint",
            with: "disclose: nothing",
            rendered: """
                disclosure.yaml:29:15: error: a grant of nothing gives nothing
                 29 |     disclose: nothing
                    |               ^
                    = expected a limit
                """),
        DiagnosticCase(
            "a grant of tier withhold", in: "disclosure.yaml",
            replacing: "kind: [shop, pick], audience: everyone, class: [ordinary, health]",
            with: "kind: [shop, pick], audience: everyone, tier: [ordinary, withhold]",
            rendered: """
                disclosure.yaml:31:9: error: `everyone-sees-shops` gives goods of tier `withhold` to `everyone`, \
                and no limit takes them back
                 31 |   - id: everyone-sees-shops
                    |         ^
                    = expected a `tier` or `class` that leaves tier `withhold` out, or a limit
                """),
        DiagnosticCase(
            "a brand of tier coarsen", in: "disclosure.yaml",
            replacing: "disclose: hint",
            with: "disclose: { product: brand, time: month }",
            rendered: """
                disclosure.yaml:27:9: error: `friends-see-hints-of-alcohol` shows goods of tier `coarsen` more \
                finely than as a category
                 27 |   - id: friends-see-hints-of-alcohol
                    |         ^
                    = expected `product: category` or coarser
                """),
        DiagnosticCase(
            "owners who do not see their own", in: "disclosure.yaml",
            replacing: "when: { audience: self }",
            with: "when: { audience: self, kind: [purchase, pick, shop, offer] }",
            rendered: """
                disclosure.yaml:14:1: error: owners do not see everything of their own `milestone`
                 14 | grants:
                    | ^
                    = expected a grant `when: { audience: self }` that discloses `full`
                """),
        DiagnosticCase(
            "a disclosure out of normal form", in: "disclosure.yaml",
            replacing: "disclose: { product: category, time: month, price: band }",
            with: "disclose: { product: category, time: month, price: exact }",
            rendered: """
                disclosure.yaml:25:15: error: what is disclosed is not in normal form
                 25 |     disclose: { product: category, time: month, price: exact }
                    |               ^
                    = expected `price: band`
                """),
        DiagnosticCase(
            "a limit out of normal form", in: "disclosure.yaml",
            replacing: "disclose: { product: department }",
            with: "disclose: { product: department, shop: named }",
            rendered: """
                disclosure.yaml:46:15: error: what is disclosed is not in normal form
                 46 |     disclose: { product: department, shop: named }
                    |               ^
                    = expected `shop: none`
                """),
        DiagnosticCase(
            "grants whose join nobody wrote", in: "disclosure.yaml",
            replacing: "disclose: { product: category, time: month, price: band }",
            with: "disclose: { product: category, time: day }",
            rendered: """
                disclosure.yaml:23:9: error: `friends-see-months` and `close-friends-see-products` match the same \
                cases, and neither gives all of `{ product: exact, time: day, price: band }`
                 23 |   - id: friends-see-months
                    |         ^
                    = expected grants of which one gives at least what the other gives
                """),
        DiagnosticCase(
            "levels that do not rise", in: "disclosure.yaml",
            replacing: "product: { product: exact, time: week, price: band }",
            with: "product: { product: exact, time: quarter, price: band }",
            rendered: """
                disclosure.yaml:8:3: error: the level `product` does not tell all that `category` tells
                 8 |   product: { product: exact, time: quarter, price: band }
                   |   ^
                """),
        DiagnosticCase(
            "a grant by a level that tells nothing", in: "disclosure.yaml",
            replacing: "hint: { product: department, time: month }",
            with: "hint: nothing",
            rendered: """
                disclosure.yaml:29:15: error: a grant of nothing gives nothing
                 29 |     disclose: hint
                    |               ^
                    = expected a limit
                """),
        DiagnosticCase(
            "a level out of normal form", in: "disclosure.yaml",
            replacing: "hint: { product: department, time: month }",
            with: "hint: { product: department, time: month, quantity: exact }",
            rendered: """
                disclosure.yaml:6:9: error: the level `hint` is not in normal form
                 6 |   hint: { product: department, time: month, quantity: exact }
                   |         ^
                   = expected `{ product: department, time: month }`
                """),
        DiagnosticCase(
            "a default that favours the farther", in: "disclosure.yaml",
            replacing: "friends: category, friends-of-friends: nothing, everyone: nothing }\n  owner",
            with: "friends: category, friends-of-friends: full, everyone: nothing }\n  owner",
            rendered: """
                disclosure.yaml:11:58: error: `friends-of-friends` would see more than the closer `friends`
                 11 |   ordinary: { close-friends: product, friends: category, friends-of-friends: full, everyone: \
                nothing }
                    |                                                          ^
                    = expected at most `category`
                """),
    ]
}
