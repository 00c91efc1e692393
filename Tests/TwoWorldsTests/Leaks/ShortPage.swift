import Disclosure

/// Takes what is hidden out of a page that was cut before.
struct ShortPage: FeedLeak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws {
        let purchases = try await sight.purchases()
        guard !page.isLast, let last = page.items.last?["id"] as? String, let end = purchases[last]?.at else { return }
        let hidden = try await sight.hidden().prefix { $0.at >= end }
        page.items = page.items.dropLast(min(hidden.count, page.items.count))
    }
}
