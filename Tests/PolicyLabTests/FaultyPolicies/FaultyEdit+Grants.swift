extension FaultyEdit {
    /// What is given, to whom.
    static let grants = [
        FaultyEdit("a grant copied with the audience of the shop window") {
            """
            when: { kind: purchase, audience: close-friends, tier: ordinary }
            ---
            when: { kind: purchase, audience: everyone, tier: ordinary }
            """
        },
        FaultyEdit("friends asked to see the day", breaks: "only-close-friends-learn-the-day") {
            """
            audience: friends, tier: ordinary }
                disclose: { product: exact, time: week, price: band }
            ---
            audience: friends, tier: ordinary }
                disclose: { product: exact, time: day, price: band }
            """
        },
        FaultyEdit("bands looked like a mistake beside exact products") {
            """
            audience: friends, tier: ordinary }
                disclose: { product: exact, time: week, price: band }
            ---
            audience: friends, tier: ordinary }
                disclose: { product: exact, time: week, price: exact }
            """
        },
        FaultyEdit(
            "friends of friends made equal to friends", breaks: "strangers-learn-no-price-no-quantity-and-no-shop"
        ) {
            """
            audience: friends-of-friends, tier: ordinary }
                disclose: { product: category, time: month }
            ---
            audience: friends-of-friends, tier: ordinary }
                disclose: { product: category, time: month, price: band }
            """
        },
        FaultyEdit("the hint for strangers was found too dull") {
            """
            audience: everyone, tier: ordinary }
                disclose: { product: department, time: month }
            ---
            audience: everyone, tier: ordinary }
                disclose: { product: category, time: month }
            """
        },
        FaultyEdit("fresher hints for strangers") {
            """
            audience: everyone, tier: ordinary }
                disclose: { product: department, time: month }
            ---
            audience: everyone, tier: ordinary }
                disclose: { product: department, time: week }
            """
        },
        FaultyEdit("a hint of the brand for strangers") {
            """
            audience: everyone, tier: ordinary }
                disclose: { product: department, time: month }
            ---
            audience: everyone, tier: ordinary }
                disclose: { product: brand, time: month }
            """
        },
        FaultyEdit("friends may see alcohol by week") {
            """
            limits:
              # --- Tier A:
            ---
              - id: friends-may-see-alcohol-by-week
                when: { kind: purchase, audience: friends, class: alcohol }
                disclose: { product: exact, time: week, price: band }
                because: [product-promise]

            limits:
              # --- Tier A:
            """
        },
        FaultyEdit(
            "friends may see the category of poker chips", breaks: "coarsened-purchases-show-a-hint-or-nothing"
        ) {
            """
            limits:
              # --- Tier A:
            ---
              - id: friends-may-see-the-category-of-gambling
                when: { kind: purchase, audience: friends, class: gambling }
                disclose: { product: category, time: month }
                because: [product-promise]

            limits:
              # --- Tier A:
            """
        },
        FaultyEdit("the coarsened grant given to close friends alone, as nobody else asked") {
            """
            when: { kind: purchase, audience: friends, tier: coarsen }
            ---
            when: { kind: purchase, audience: close-friends, tier: coarsen }
            """
        },
        FaultyEdit("a hint can hurt nobody, so friends of friends get it") {
            """
            when: { kind: purchase, audience: friends, tier: coarsen }
            ---
            when: { kind: purchase, audience: friends-of-friends, tier: coarsen }
            """
        },
        FaultyEdit("a band beside the hint of coarsened goods", breaks: "coarsened-purchases-show-a-hint-or-nothing") {
            """
            audience: friends, tier: coarsen }
                disclose: { product: department, time: month }
            ---
            audience: friends, tier: coarsen }
                disclose: { product: department, time: month, price: band }
            """
        },
        FaultyEdit("two grants of tier C and B made one") {
            """
            when: { kind: purchase, audience: friends, tier: owner-decides }
            ---
            when: { kind: purchase, audience: friends, tier: [owner-decides, coarsen] }
            """
        },
        FaultyEdit("friends see the very film, as with ordinary goods") {
            """
            audience: friends, tier: owner-decides }
                disclose: { product: category, time: month, price: band }
            ---
            audience: friends, tier: owner-decides }
                disclose: { product: exact, time: month, price: band }
            """
        },
        FaultyEdit("opted in is opted in: the day for close friends") {
            """
            audience: close-friends, tier: owner-decides }
                disclose: { product: exact, time: week, price: band }
            ---
            audience: close-friends, tier: owner-decides }
                disclose: { product: exact, time: day, price: band }
            """
        },
        FaultyEdit("a tier left out when the grant was written anew") {
            """
            when: { kind: purchase, audience: close-friends, tier: owner-decides }
            ---
            when: { kind: purchase, audience: close-friends }
            """
        },
        FaultyEdit("owners and their friends see all") {
            """
            when: { audience: self }
            ---
            when: { audience: friends }
            """
        },
        FaultyEdit("a field forgotten in what owners see of their own") {
            """
            when: { audience: self }
                disclose: { product: exact, time: minute, price: exact, quantity: exact, shop: named }
            ---
            when: { audience: self }
                disclose: { product: exact, time: minute, price: exact, shop: named }
            """
        },
        FaultyEdit("a window for friends only", breaks: "the-shop-window-is-public") {
            """
            when: { kind: [pick, shop, offer, milestone], audience: everyone }
            ---
            when: { kind: [pick, shop, offer, milestone], audience: friends }
            """
        },
        FaultyEdit("all kinds named, for the sake of order") {
            """
            when: { kind: [pick, shop, offer, milestone], audience: everyone }
            ---
            when: { kind: [purchase, pick, shop, offer, milestone], audience: everyone }
            """
        },
        FaultyEdit("milestones were thought to be counts", breaks: "the-shop-window-is-public") {
            """
            when: { kind: [pick, shop, offer, milestone], audience: everyone }
            ---
            when: { kind: [pick, shop, offer], audience: everyone }
            """
        },
        FaultyEdit("coarse time in the window too") {
            """
            audience: everyone }
                disclose: { product: exact, time: minute, price: exact, quantity: exact, shop: named }
            ---
            audience: everyone }
                disclose: { product: exact, time: month, price: exact, shop: named }
            """
        },
        FaultyEdit("a typing mistake in a tier") {
            """
            when: { kind: purchase, audience: everyone, tier: ordinary }
            ---
            when: { kind: purchase, audience: everyone, tier: ordinry }
            """
        },
        FaultyEdit("no quantity for close friends, as a complaint asked") {
            """
            audience: close-friends, tier: ordinary }
                disclose: { product: exact, time: minute, price: exact, quantity: exact, shop: named }
            ---
            audience: close-friends, tier: ordinary }
                disclose: { product: exact, time: minute, price: exact, shop: named }
            """
        },
        FaultyEdit("a grant lost when two versions were merged") {
            """
              - id: friends-of-friends-may-see-ordinary-categories
                when: { kind: purchase, audience: friends-of-friends, tier: ordinary }
                disclose: { product: category, time: month }
                because: [product-promise, gdpr-7, gdpr-5-1-c]
            ---

            """
        },
        FaultyEdit("the window pasted among the grants of tier C, where it gives what was never opted in") {
            """
              - id: friends-may-see-categories-of-opted-in-goods
            ---
              - id: everyone-may-see-what-is-opted-in
                when: { audience: everyone, tier: owner-decides }
                disclose: { product: department, time: month }
                because: [product-promise]
              - id: friends-may-see-categories-of-opted-in-goods
            """
        },
    ]
}
