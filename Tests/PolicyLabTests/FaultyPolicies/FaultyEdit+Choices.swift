extension FaultyEdit {
    /// What the words that owners choose among stand for.
    static let levels = [
        FaultyEdit("hints by week, to make the feed livelier") {
            """
              hint:     { product: department, time: month,
            ---
              hint:     { product: department, time: week,
            """
        },
        FaultyEdit("a band in the hint") {
            """
            time: month, price: none, quantity: none, shop: none }
              category:
            ---
            time: month, price: band, quantity: none, shop: none }
              category:
            """
        },
        FaultyEdit("a hint that helps: the category") {
            """
              hint:     { product: department,
            ---
              hint:     { product: category,
            """
        },
        FaultyEdit("the day at the level of products") {
            """
              product:  { product: exact, time: week, price: band }
            ---
              product:  { product: exact, time: day, price: band }
            """
        },
        FaultyEdit("the exact price at the level of products") {
            """
              product:  { product: exact, time: week, price: band }
            ---
              product:  { product: exact, time: week, price: exact }
            """
        },
        FaultyEdit("full but for the price") {
            """
              full:     { product: exact, time: minute, price: exact,
            ---
              full:     { product: exact, time: minute, price: band,
            """
        },
        FaultyEdit("no prices at the level of categories") {
            """
              category: { product: category, time: month, price: band }
            ---
              category: { product: category, time: month }
            """
        },
        FaultyEdit("two levels swapped by a careless sort") {
            """
              category: { product: category, time: month, price: band }
              product:  { product: exact, time: week, price: band }
            ---
              product:  { product: category, time: month, price: band }
              category:  { product: exact, time: week, price: band }
            """
        },
        FaultyEdit("a level dropped because nobody chose it") {
            """
              hint:     { product: department, time: month, price: none, quantity: none, shop: none }

            ---

            """
        },
    ]

    /// What owners get who say no more than yes.
    static let defaults = [
        FaultyEdit("growth: friends of friends see a hint from the start", breaks: "switching-on-reaches-friends-only")
        {
            """
              ordinary:      { close-friends: product, friends: category, friends-of-friends: nothing,
            ---
              ordinary:      { close-friends: product, friends: category, friends-of-friends: hint,
            """
        },
        FaultyEdit("a public profile from the start") {
            """
              ordinary:      { close-friends: product, friends: category, friends-of-friends: nothing, everyone: nothing }
            ---
              ordinary:      { close-friends: product, friends: category, friends-of-friends: nothing, everyone: hint }
            """
        },
        FaultyEdit("friends see products from the start") {
            """
              ordinary:      { close-friends: product, friends: category,
            ---
              ordinary:      { close-friends: product, friends: product,
            """
        },
        FaultyEdit("everything for close friends from the start") {
            """
              ordinary:      { close-friends: product,
            ---
              ordinary:      { close-friends: full,
            """
        },
        FaultyEdit("coarsened goods for close friends only") {
            """
              coarsen:       { close-friends: hint, friends: hint,
            ---
              coarsen:       { close-friends: hint, friends: nothing,
            """
        },
        FaultyEdit("opted in, hence exact for close friends") {
            """
              owner-decides: { close-friends: category,
            ---
              owner-decides: { close-friends: product,
            """
        },
        FaultyEdit("the columns of a default shifted by one") {
            """
              owner-decides: { close-friends: category, friends: category, friends-of-friends: nothing,
            ---
              owner-decides: { close-friends: category, friends: nothing, friends-of-friends: category,
            """
        },
    ]

    /// When a coarse form says too much.
    static let thresholds = [
        FaultyEdit("departments shown a floor deeper") {
            """
            labels: { department: 1, category: 3 }
            ---
            labels: { department: 2, category: 3 }
            """
        },
        FaultyEdit("categories shown as exactly as the tree knows them") {
            """
            labels: { department: 1, category: 3 }
            ---
            labels: { department: 1, category: 7 }
            """
        },
        FaultyEdit("the preimage switched off for a demo with ten goods") {
            """
            preimage: { goods: 5 }
            ---
            preimage: { goods: 1 }
            """
        },
        FaultyEdit("the preimage lowered by two") {
            """
            preimage: { goods: 5 }
            ---
            preimage: { goods: 3 }
            """
        },
        FaultyEdit("half of the goods being ordinary was found to be enough") {
            """
            ordinaryShare: 80
            ---
            ordinaryShare: 50
            """
        },
        FaultyEdit("a share written as a fraction") {
            """
            ordinaryShare: 80
            ---
            ordinaryShare: 0.8
            """
        },
        FaultyEdit("two ordinary goods are a crowd") {
            """
            ordinaryCount: 20
            ---
            ordinaryCount: 2
            """
        },
        FaultyEdit("one class may make up a third", breaks: "no-form-tells") {
            """
            classShare: 10
            ---
            classShare: 100
            """
        },
    ]
}
