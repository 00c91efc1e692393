import Disclosure

/// Sorts by the exact instant what is shown by week or month.
struct InstantOrder: FeedLeak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws {
        let purchases = try await sight.purchases()
        let instants = page.items.map { item in (item["id"] as? String).flatMap { purchases[$0]?.at } ?? "" }
        page.items = zip(instants, page.items).sorted { $0.0 > $1.0 }.map(\.1)
    }
}
