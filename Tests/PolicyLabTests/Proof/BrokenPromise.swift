import PolicyEngine
import Testing

/// A change of the fixture, a claim that it breaks, and the simplest case in which it does.
struct BrokenPromise: Sendable, CustomTestStringConvertible {
    let name: String
    let claim: String
    let sentence: String
    var rules: [String] = []

    var testDescription: String { name }

    static let all = disclosures + comparisons

    private static let disclosures = [
        BrokenPromise(
            name: "disclosure", claim: "given: { tier: coarsen, audience: friends }\n    disclosure: nothing",
            sentence: "a purchase of class `alcohol`, seen by `friends`, sharing on, opted in, level `hint`: shows "
                + "`{ product: department, time: month }` because of `friends-see-hints` (disclosure.yaml:23), "
                + "expected `nothing`",
            rules: ["friends-see-hints"]),
        BrokenPromise(
            name: "atMost", claim: "given: { kind: purchase, audience: friends }\n    atMost: { product: department }",
            sentence: "a purchase of class `ordinary`, seen by `friends`, sharing on, level `category`: shows "
                + "`{ product: category, time: month, price: band }` because of `friends-see-months` "
                + "(disclosure.yaml:19), expected at most `{ product: department, time: minute, price: exact, "
                + "quantity: exact, shop: named }`",
            rules: ["friends-see-months"]),
        BrokenPromise(
            name: "atLeast", claim: "given: { kind: pick, blocked: false }\n    atLeast: hint",
            sentence: "a pick of class `alcohol`, seen by `close-friends`: shows `nothing` because of "
                + "`alcohol-is-not-picked` (disclosure.yaml:36), expected at least `{ product: department, time: month }`",
            rules: ["alcohol-is-not-picked"]),
        BrokenPromise(
            name: "never", claim: "given: { audience: everyone }\n    never: { time: [minute, day] }",
            sentence: "a pick of class `fitness`, seen by `everyone`: shows `{ product: exact, time: minute, "
                + "price: exact, quantity: exact, shop: named }` because of `everyone-sees-picks` "
                + "(disclosure.yaml:27), expected never `time: minute` or `time: day`",
            rules: ["everyone-sees-picks"]),
    ]

    private static let comparisons = [
        BrokenPromise(
            name: "compare",
            claim: "given: { kind: purchase }\n    compare: { change: audience, to: closer, disclosure: same }",
            sentence: "a purchase of class `alcohol`, seen by `close-friends`: shows `nothing` as no more "
                + "was consented to; a purchase of class `alcohol`, seen by `self`: shows "
                + "`{ product: exact, time: minute, price: exact, quantity: exact, shop: named }` because of "
                + "`owners-see-all` (disclosure.yaml:15), expected the same",
            rules: ["owners-see-all"]),
        BrokenPromise(
            name: "compare tiers",
            claim: "given: { audience: friends, class: ordinary, optedIn: true }\n"
                + "    compare: { change: tier, to: stricter, disclosure: same }",
            sentence: "a purchase of class `ordinary`, seen by `friends`, sharing on, opted in, level `hint`: shows "
                + "`{ product: department, time: month }` because of `friends-see-months` (disclosure.yaml:19); "
                + "in tier `withhold`: shows `nothing`, expected the same",
            rules: ["friends-see-months"]),
    ]
}
