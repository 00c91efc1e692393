import Domain
import FeedBuilder

@testable import Disclosure
@testable import FeedAPI

/// Sees everything the friends of a viewer have bought, and which of it the viewer may see.
struct FeedSight {
    let service: FeedService
    let viewer: PersonID

    var friends: [PersonID] {
        get async throws {
            try await service.point.vault.head(of: viewer)?.value.friends.keys.sorted() ?? []
        }
    }

    /// Of all friends, by id.
    func purchases() async throws -> [String: OwnPurchase] {
        var purchases: [String: OwnPurchase] = [:]
        for friend in try await friends {
            for purchase in try await LedgerSight(point: service.point).purchases(of: friend) {
                purchases[purchase.id] = purchase
            }
        }
        return purchases
    }

    /// Of all friends, without what the viewer may see.
    func hidden() async throws -> [OwnPurchase] {
        var purchases = try await purchases()
        var request = PageRequest(limit: PageRequest.maximumLimit)
        repeat {
            let page = try await service.feeds.feed(of: viewer, request).value
            for item in page.items { purchases[item.id] = nil }
            request.cursor = page.next
        } while request.cursor != nil
        return purchases.values.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    }

    /// Where in its owner's records a purchase lies.
    func ordinal(of id: String) async throws -> UInt32? {
        for friend in try await friends {
            guard let head = try await service.point.vault.head(of: friend)?.value,
                let (location, _) = try await service.point.ledger.location(of: id, owner: head)
            else { continue }
            return location.ordinal
        }
        return nil
    }
}
