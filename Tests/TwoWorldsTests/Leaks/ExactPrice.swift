import Disclosure

/// Tells the amount where a band, or nothing, is disclosed.
struct ExactPrice: FeedLeak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws {
        let purchases = try await sight.purchases()
        page.items = page.items.map { item in
            guard let id = item["id"] as? String, let purchase = purchases[id] else { return item }
            return item.merging(["amount": purchase.total.amount]) { _, new in new }
        }
    }
}
