/// The form in which an item is shown: how fine each of its fields is, as numbers that grow with what is told.
struct Form: Hashable, Sendable {
    /// 0 nothing, 1 department, 2 category, 3 brand, 4 exact.
    var product: Int
    /// 0 nothing, 1 quarter, 2 month, 3 week, 4 day, 5 minute.
    var time: Int
    /// 0 nothing, 1 band, 2 exact.
    var price: Int
    var quantity: Bool

    static let nothing = Form(product: 0, time: 0, price: 0, quantity: false)
    static let full = Form(product: 4, time: 5, price: 2, quantity: true)

    init(product: Int, time: Int, price: Int, quantity: Bool) {
        (self.product, self.time, self.price, self.quantity) = (product, time, price, quantity)
    }

    /// The form of an item as the service wrote it.
    init(_ item: [String: Any]) {
        func precision(_ field: String) -> String {
            (item[field] as? [String: Any])?["precision"] as? String ?? "none"
        }
        product = ["department", "category", "brand", "exact"].firstIndex(of: precision("product")).map { $0 + 1 } ?? 0
        time = ["quarter", "month", "week", "day", "minute"].firstIndex(of: precision("time")).map { $0 + 1 } ?? 0
        price = ["band", "exact"].firstIndex(of: precision("price")).map { $0 + 1 } ?? 0
        quantity = item["quantity"] != nil
    }

    var isNothing: Bool { product == 0 }

    func exceeds(_ other: Form) -> Bool {
        product > other.product || time > other.time || price > other.price || quantity && !other.quantity
    }

    func met(_ other: Form) -> Form {
        let met = Form(
            product: min(product, other.product), time: min(time, other.time), price: min(price, other.price),
            quantity: quantity && other.quantity)
        return met.product == 0 || met.time == 0 ? .nothing : met
    }

    /// What a level shows at most.
    init(_ level: LevelName, isWide: Bool) {
        switch level {
        case .nothing: self = .nothing
        case .hint: self = Form(product: 1, time: 2, price: 0, quantity: false)
        case .category:
            self =
                isWide
                ? Form(product: 4, time: 3, price: 1, quantity: false)
                : Form(product: 2, time: 2, price: 1, quantity: false)
        case .product: self = Form(product: 4, time: 3, price: 1, quantity: false)
        case .full: self = .full
        }
    }

    /// What the policy grants an audience at most, whatever the owner sets.
    static func granted(to audience: AudienceName, _ tier: Sensitivity.Tier) -> Form {
        let hint = Form(.hint, isWide: false)
        switch (tier, audience) {
        case (.ordinary, .closeFriends): return .full
        case (.ordinary, .friends), (.ownerDecides, .closeFriends): return Form(.product, isWide: false)
        case (.ownerDecides, .friends): return Form(.category, isWide: false)
        case (.ordinary, .friendsOfFriends): return Form(product: 2, time: 2, price: 0, quantity: false)
        case (.ordinary, .everyone), (.coarsen, .closeFriends), (.coarsen, .friends): return hint
        case (.ownerDecides, _), (.coarsen, _), (.withhold, _): return .nothing
        }
    }
}
