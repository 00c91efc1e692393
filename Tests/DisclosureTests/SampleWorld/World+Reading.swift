package import Disclosure
package import FeedBuilder
import Foundation

extension World {
    /// Every item of somebody's feed.
    package func feedItems(of viewer: String, limit: Int = 20, since: String? = nil) async throws -> [ExposedItem] {
        let person = try await id(viewer)
        return try await walk(limit: limit, since: since) { request throws(FeedError) in
            try await self.feed.feed(of: person, request).value
        }
    }

    /// Every purchase of an owner that a viewer may see.
    package func purchases(of owner: String, for viewer: String) async throws -> [ExposedItem] {
        let person = try await id(viewer)
        let handle = try Self.handle(owner)
        return try await walk(limit: 50, since: nil) { request throws(FeedError) in
            try await self.feed.purchases(of: handle, for: person, request).value
        }
    }

    /// The pages of a query from the first to the last.
    package func walk(
        limit: Int, since: String?, _ page: (PageRequest) async throws(FeedError) -> FeedPage
    ) async throws -> [ExposedItem] {
        var items: [ExposedItem] = []
        var request = PageRequest(limit: limit, since: since)
        while true {
            let made = try await page(request)
            items += made.items
            guard let next = made.next else { return items }
            request = PageRequest(limit: limit, cursor: next)
        }
    }

    /// Each item as it would be served, as text.
    package static func text(_ items: [ExposedItem]) throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try items.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    }
}
