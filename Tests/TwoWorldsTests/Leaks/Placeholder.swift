/// Says of what is hidden that it is hidden.
struct Placeholder: FeedLeak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws {
        guard page.isLast else { return }
        page.items += try await sight.hidden().map { _ in ["kind": "withheld"] }
    }
}
