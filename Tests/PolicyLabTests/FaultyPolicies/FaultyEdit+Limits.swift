extension FaultyEdit {
    /// What is taken away, from whom.
    static let limits = [
        FaultyEdit("the withhold limit narrowed to purchases") {
            """
            when: { tier: withhold, audience: close-friends }
            ---
            when: { kind: purchase, tier: withhold, audience: close-friends }
            """
        },
        FaultyEdit("close friends may be told what is withheld") {
            """
            when: { tier: withhold, audience: close-friends }
            ---
            when: { tier: withhold, audience: friends }
            """
        },
        FaultyEdit("withheld goods as a hint: the statute says nothing of departments") {
            """
            when: { tier: withhold, audience: close-friends }
                disclose: nothing
            ---
            when: { tier: withhold, audience: close-friends }
                disclose: { product: department, time: month, price: none, quantity: none, shop: none }
            """
        },
        FaultyEdit("the withheld classes written out, and some forgotten") {
            """
            when: { tier: withhold, audience: close-friends }
            ---
            when: { class: [adult, religion, politics, weapons, health-condition], audience: close-friends }
            """
        },
        FaultyEdit("offers of coarsened goods let in, so that a wine merchant can sell") {
            """
            when: { kind: [pick, shop, offer, milestone], tier: coarsen, audience: close-friends }
            ---
            when: { kind: [pick, shop, milestone], tier: coarsen, audience: close-friends }
            """
        },
        FaultyEdit("picks of coarsened goods shown coarsely", breaks: "coarsened-goods-stay-out-of-the-window") {
            """
            tier: coarsen, audience: close-friends }
                disclose: nothing
            ---
            tier: coarsen, audience: close-friends }
                disclose: { product: department, time: month, price: none, quantity: none, shop: none }
            """
        },
        FaultyEdit("what close friends pick for each other may be anything") {
            """
            tier: coarsen, audience: close-friends }
                disclose: nothing
            ---
            tier: coarsen, audience: friends }
                disclose: nothing
            """
        },
        FaultyEdit(
            "a typing mistake in the audience of the minors' rule", breaks: "what-minors-do-is-disclosed-to-nobody"
        ) {
            """
            when: { minor: true, audience: close-friends }
            ---
            when: { minor: true, audience: friends }
            """
        },
        FaultyEdit("minors may run shops", breaks: "what-minors-do-is-disclosed-to-nobody") {
            """
            when: { minor: true, audience: close-friends }
            ---
            when: { kind: purchase, minor: true, audience: close-friends }
            """
        },
        FaultyEdit("minors as cautious as everybody else: a hint", breaks: "what-minors-do-is-disclosed-to-nobody") {
            """
            when: { minor: true, audience: close-friends }
                disclose: nothing
            ---
            when: { minor: true, audience: close-friends }
                disclose: { product: department, time: month, price: none, quantity: none, shop: none }
            """
        },
        FaultyEdit("the condition of the minors' rule misspelt") {
            """
            when: { minor: true, audience: close-friends }
            ---
            when: { minors: true, audience: close-friends }
            """
        },
        FaultyEdit("the minors' rule kept for later") {
            """
              - id: minors-share-nothing
                when: { minor: true, audience: close-friends }
                disclose: nothing
                because: [gdpr-8, pipl-31, us-coppa]
            ---
              # - id: minors-share-nothing
              #   when: { minor: true, audience: close-friends }
              #   disclose: nothing
              #   because: [gdpr-8, pipl-31, us-coppa]
            """
        },
        FaultyEdit("the condition of private mode deleted with its line") {
            """
            when: { kind: purchase, private: true, audience: close-friends }
            ---
            when: { kind: purchase, audience: close-friends }
            """
        },
        FaultyEdit("private from friends, not from close ones", breaks: "private-purchases-stay-private") {
            """
            when: { kind: purchase, private: true, audience: close-friends }
            ---
            when: { kind: purchase, private: true, audience: friends }
            """
        },
        FaultyEdit("private taken for private prices", breaks: "private-purchases-stay-private") {
            """
            when: { kind: purchase, private: true, audience: close-friends }
                disclose: nothing
            ---
            when: { kind: purchase, private: true, audience: close-friends }
                disclose: { price: none, quantity: none, shop: none }
            """
        },
        FaultyEdit("a third year in the feed, as storage is cheap", breaks: "old-purchases-leave-the-feed") {
            """
            age: { from: 24 }
            ---
            age: { from: 36 }
            """
        },
        FaultyEdit("two years written as two") {
            """
            age: { from: 24 }
            ---
            age: { from: 2 }
            """
        },
        FaultyEdit("old purchases gone for strangers, kept for friends", breaks: "old-purchases-leave-the-feed") {
            """
            age: { from: 24 }, audience: close-friends }
            ---
            age: { from: 24 }, audience: friends-of-friends }
            """
        },
        FaultyEdit("old purchases faded to a month instead of removed") {
            """
            age: { from: 24 }, audience: close-friends }
                disclose: nothing
            ---
            age: { from: 24 }, audience: close-friends }
                disclose: { product: department, time: month }
            """
        },
        FaultyEdit("what is none anyhow left out", breaks: "gifts-and-sales-are-only-hinted-at") {
            """
                disclose: { product: department, time: month, price: none, quantity: none, shop: none }
                because: [gdpr-5-1-b
            ---
                disclose: { product: department, time: month }
                because: [gdpr-5-1-b
            """
        },
        FaultyEdit("a gift's shop named, for the shop's sake") {
            """
                disclose: { product: department, time: month, price: none, quantity: none, shop: none }
                because: [gdpr-5-1-b
            ---
                disclose: { product: department, time: month, price: none, quantity: none, shop: named }
                because: [gdpr-5-1-b
            """
        },
        FaultyEdit("gifts as a category, like everything else", breaks: "gifts-and-sales-are-only-hinted-at") {
            """
                disclose: { product: department, time: month, price: none, quantity: none, shop: none }
                because: [gdpr-5-1-b
            ---
                disclose: { product: category, time: month, price: none, quantity: none, shop: none }
                because: [gdpr-5-1-b
            """
        },
        FaultyEdit("close friends know for whom the gift is", breaks: "gifts-and-sales-are-only-hinted-at") {
            """
            when: { kind: purchase, thirdParty: true, audience: close-friends }
            ---
            when: { kind: purchase, thirdParty: true, audience: friends }
            """
        },
        FaultyEdit("a limit against price hunters that reaches friends") {
            """
            limits:
              # --- Tier A:
            ---
            limits:
              - id: nobody-hunts-prices
                when: { kind: purchase, audience: friends }
                disclose: { price: none }
                because: [gdpr-5-1-c]
              # --- Tier A:
            """
        },
        FaultyEdit("gift cards hidden after one complaint") {
            """
            limits:
              # --- Tier A:
            ---
            limits:
              - id: gift-cards-are-hidden
                when: { class: gift-value, audience: close-friends }
                disclose: nothing
                because: [gdpr-5-1-c]
              # --- Tier A:
            """
        },
        FaultyEdit("a new limit written with the audience of a grant") {
            """
            limits:
              # --- Tier A:
            ---
            limits:
              - id: no-quantities
                when: { kind: purchase, audience: self }
                disclose: { quantity: none }
                because: [gdpr-5-1-c]
              # --- Tier A:
            """
        },
        FaultyEdit("a limit under the name of another") {
            """
              - id: minors-share-nothing
            ---
              - id: private-purchases-stay-private
            """
        },
        FaultyEdit("a limit without a reason") {
            """
                because: [gdpr-5-1-e]
            ---

            """
        },
    ]
}
