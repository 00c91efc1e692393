import FeedBuilder

/// What a walk through a feed to its end has shown.
struct ShownFeed {
    private(set) var byOwner: [String: [Shown: Int]] = [:]
    private(set) var ids: Set<String> = []
    private(set) var count = 0
    /// What no feed of these purchases may hold.
    private(set) var strange: [String] = []

    init(of viewer: Int, _ real: RealInstallation) async throws {
        var cursor: String?
        repeat {
            let page = try await real.page(of: viewer, cursor: cursor)
            for item in page.items { add(item) }
            cursor = page.next
            if cursor != nil, page.items.count != PageRequest.maximumLimit { strange.append("a short page") }
        } while cursor != nil
        if ids.count != count { strange.append("\(count - ids.count) items came twice") }
    }

    private mutating func add(_ item: ToldPage.Item) {
        count += 1
        ids.insert(item.id)
        guard item.kind == "purchase", item.quantity == nil, item.boughtAt == nil, item.shop == nil,
            let shown = Shown(item)
        else {
            strange.append("\(item)")
            return
        }
        byOwner["\(item.actor.handle) \(item.actor.name ?? "")", default: [:]][shown, default: 0] += 1
    }

    /// In words, the first owners who show something else than they must.
    func differences(from feeds: [Int: [Shown: Int]], friends: Set<Int>) -> [String] {
        var due: [String: [Shown: Int]] = [:]
        for friend in friends {
            if let feed = feeds[friend] { due["\(RawWorld.handle(friend)) \(RawWorld.name(friend))"] = feed }
        }
        let owners = Set(byOwner.keys).union(due.keys).filter { byOwner[$0] != due[$0] }.sorted()
        return strange
            + owners.prefix(3).map { owner in
                let found = byOwner[owner] ?? [:]
                let wanted = due[owner] ?? [:]
                let differing = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
                return "\(owner): "
                    + differing.prefix(3).map { "\($0) \(found[$0] ?? 0) times, due \(wanted[$0] ?? 0)" }
                    .joined(separator: "; ")
            }
    }
}

extension Shown {
    /// Nothing for a form that friends are not shown.
    fileprivate init?(_ item: ToldPage.Item) {
        guard let told = item.product, told.brand == nil, let label = told.id ?? told.category?.id else { return nil }
        if let price = item.price {
            guard price.precision == "band", price.currency == "USD", let from = price.from else { return nil }
            bandFrom = from
        }
        product = told.precision
        self.label = label
        time = item.time.value
    }
}
