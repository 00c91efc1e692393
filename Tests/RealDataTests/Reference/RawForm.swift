/// How much friends see of a tier: what the policy says in words, written down again.
struct RawForm: Hashable {
    var product: String
    var time: String
    var hasBand: Bool

    /// The widest that the grants allow friends to see.
    static let widest = [
        "ordinary": RawForm(product: "exact", time: "week", hasBand: true),
        "owner-decides": RawForm(product: "category", time: "month", hasBand: true),
        "coarsen": RawForm(product: "department", time: "month", hasBand: false),
    ]

    /// Everything as a hint, so that tier B has something to hide among.
    static let hints = ["ordinary", "owner-decides", "coarsen"].reduce(into: [:]) {
        $0[$1] = RawForm(product: "department", time: "month", hasBand: false)
    }

    /// A form as it is shown: with its label, unless the product is exact.
    struct Labelled: Hashable {
        var form: RawForm
        var label: String?
    }
}
