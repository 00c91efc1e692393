import Disclosure
import Domain

/// Sees the whole ledgers of owners, as only they may.
struct LedgerSight: Sendable {
    let point: EnforcementPoint

    func purchases(of owner: PersonID) async throws -> [OwnPurchase] {
        var purchases: [OwnPurchase] = []
        var cursor: String?
        repeat {
            let page = try await point.ledger.page(of: owner, limit: 50, cursor: cursor).value
            purchases += page.items
            cursor = page.next
        } while cursor != nil
        return purchases
    }
}
