/// The small policy moved a little, by what that does.
extension ComparedPolicy.Bend {
    private typealias Bend = Self

    /// What may show more.
    static let wider: [Self] = [
        Bend("aggregates", "k: 5", "k: 4"), Bend("disclosure", "goods: 5", "goods: 4"),
        Bend("disclosure", "ordinaryShare: 80", "ordinaryShare: 79"),
        Bend("disclosure", "ordinaryCount: 20", "ordinaryCount: 19"),
        Bend("disclosure", "classShare: 10", "classShare: 11"), Bend("release", "day: 36", "day: 12"),
        Bend("release", "week: 48", "week: 24"), Bend("release", "quarter: 120", "quarter: 72"),
        Bend("release", "minute: 0", "minute: 1"), Bend("release", "raiseHold: 2", "raiseHold: 1"),
        Bend("aggregates", "[0, 1000, 2500]", "[0, 500, 1000, 2500]"),
        Bend("aggregates", "JPY: [0, 1000, 3000]", "JPY: [0, 1000, 2000, 3000]"),
        Bend("aggregates", "  JPY: [0, 1000, 3000]", "  USD: [0, 1000, 2500, 5000]"),
        Bend("shop", "slots: 4", "slots: 5"), Bend("shop", "lockHours: 72", "lockHours: 71"),
        Bend("shop", "[ordinary]", "[ordinary, owner-decides]"), Bend("shop", "nameLength: 40", "nameLength: 41"),
        Bend("shop", "lineLength: 140", "lineLength: 141"),
        Bend(
            "disclosure", "ordinary: { close-friends: product, friends: category",
            "ordinary: { close-friends: product, friends: product"),
        Bend("disclosure", "hint: { product: department, time: month }", "hint: { product: category, time: month }"),
        Bend("sensitive", "id: alcohol, tier: coarsen", "id: alcohol, tier: owner-decides"),
        Bend("sensitive", "withhold, name", "coarsen, name"),
        Bend(
            "sensitive", "classes:\n",
            "classes:\n  - { id: lamps, tier: owner-decides, name: { en: Lamps, zh: 灯 }, because: [promise] }\n"),
        Bend("sensitive", "  - { class: health, nodes: [hb-1], because: [promise] }\n", ""),
        Bend("sensitive", "{ class: fitness, nodes: [sp-1]", "{ class: fitness, nodes: [sp-1, hb-1-1]"),
        Bend("sensitive", "condom, ", ""), Bend("sensitive", "zh: [避孕套], ", ""),
        Bend("sensitive", "en: [balloon]", "en: [balloon, HIV Smith]"),
        Bend("sensitive", "{ class: health, en: [condom", "{ class: alcohol, en: [condom"),
        Bend("disclosure", "audience: friends, tier: ordinary", "audience: everyone, tier: ordinary"),
        Bend("disclosure", "disclose: product\n", "disclose: full\n"),
        Bend("disclosure", "age: { from: 24 }", "age: { from: 25 }"),
        Bend(
            "disclosure",
            "  - { id: minors, when: { minor: true, audience: close-friends }, disclose: nothing, because: [promise] }\n",
            ""),
        Bend("disclosure", "thirdParty: true, audience: close-friends", "thirdParty: true, audience: friends"),
        Bend("disclosure", "kind: [pick, shop], audience: everyone", "kind: [pick, shop, offer], audience: everyone"),
        Bend("disclosure", "department: 1", "department: 2"), Bend("disclosure", "category: 2", "category: 3"),
        Bend("disclosure", "category: 2", "category: 1"), Bend("sensitive", "small-1", "small-2"),
        // A longer wait shows what comes late with its own bucket.
        Bend("release", "week: 48", "week: 72"), Bend("release", "month: 72", "month: 96"),
        Bend("release", "month: 72", "month: 48"),
        Bend("aggregates", "[0, 1000, 2500]", "[0, 1000]"), Bend("aggregates", "[0, 1000, 2500]", "[0, 1500]"),
        // Raised from a tier with opting in to another one.
        Bend("sensitive", "{ class: alcohol, nodes: [fb-1]", "{ class: alcohol, nodes: [fb-1, me-1]"),
        Bend("sensitive", "{ class: media, nodes: [me]", "{ class: fitness, nodes: [me]"),
        // Half of the wine withheld: the other half stands out less.
        Bend("sensitive", "{ class: health, nodes: [hb-1]", "{ class: health, nodes: [hb-1, fb-1-1]"),
        Bend("sensitive", "{ class: alcohol, nodes: [fb-1]", "{ class: alcohol, nodes: [fb-1, zz-9]"),
        Bend("sensitive", "{ class: fitness, en: [whey]", "{ class: alcohol, en: [whey]"),
    ]

    /// What only shows less.
    static let narrower: [Self] = [
        Bend("aggregates", "k: 5", "k: 6"), Bend("disclosure", "goods: 5", "goods: 6"),
        Bend("disclosure", "ordinaryShare: 80", "ordinaryShare: 81"),
        Bend("disclosure", "ordinaryCount: 20", "ordinaryCount: 21"),
        Bend("disclosure", "classShare: 10", "classShare: 9"), Bend("release", "raiseHold: 2", "raiseHold: 3"),
        Bend("release", "epoch: day", "epoch: week"), Bend("shop", "slots: 4", "slots: 3"),
        Bend("shop", "lockHours: 72", "lockHours: 73"), Bend("shop", "nameLength: 40", "nameLength: 39"),
        Bend("shop", "lineLength: 140", "lineLength: 139"),
        Bend(
            "disclosure", "ordinary: { close-friends: product, friends: category",
            "ordinary: { close-friends: category, friends: category"),
        Bend("disclosure", "full: { product: exact, time: minute", "full: { product: exact, time: day"),
        Bend("sensitive", "{ class: health, nodes: [hb-1]", "{ class: health, nodes: [hb-1, hb-2]"),
        Bend("sensitive", "{ class: alcohol, nodes: [fb-1]", "{ class: alcohol, nodes: [fb-1, hb-2]"),
        Bend("sensitive", "condom, HIV", "condom, HIV, PrEP"), Bend("sensitive", "unless: { en: [balloon] }, ", ""),
        Bend("sensitive", "{ class: fitness, en: [whey]", "{ class: health, en: [whey]"),
        Bend("disclosure", "age: { from: 24 }", "age: { from: 23 }"),
        Bend("disclosure", "audience: everyone }, disclose: full", "audience: friends }, disclose: full"),
    ]

    /// What changes nothing that is shown.
    static let neutral: [Self] = [
        Bend("release", "day: 36", "day: 30"), Bend("disclosure", "id: gifts", "id: presents"),
        Bend("sensitive", "en: Alcohol", "en: Wine and spirits"),
    ]
}
