/// Numbers items in the order in which they came in.
struct SequentialIDs: FeedLeak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws {
        for index in page.items.indices {
            guard let id = page.items[index]["id"] as? String, let ordinal = try await sight.ordinal(of: id) else {
                continue
            }
            page.items[index]["id"] = "it_\(ordinal)"
        }
    }
}
