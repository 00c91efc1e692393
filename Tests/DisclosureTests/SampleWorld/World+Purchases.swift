package import Disclosure
import Domain
import VitrineTesting

extension World {
    /// Sends a purchase, at once when it is still to come; its order is named for what was bought, unless told otherwise.
    ///
    /// Without `isReturned`, the status is as it was.
    package func buy(
        _ product: String, by buyer: String, at moment: String, order: String? = nil, quantity: UInt32 = 1,
        total: Int64 = 500, shop: String? = nil, isReturned: Bool? = nil, waiting: Bool = true
    ) async throws {
        let told: PurchaseDraft.Moment
        if let instant = Instant(moment) {
            told = .instant(instant)
            if waiting, instant > clock.now { clock.set(instant) }
        } else if let local = LocalDateTime.parse(moment)?.local {
            told = .local(local)
        } else {
            throw WorldError.malformed(moment)
        }
        try await point.intake.put(
            PurchaseDraft(
                key: try Self.key(order ?? product), buyer: try Self.handle(buyer), product: try Self.product(product),
                quantity: quantity, total: try Self.euros(total), at: told, shop: .set(try shop.map(Self.handle)),
                status: isReturned.map { $0 ? .returned : .bought }))
    }

    /// The owner's own purchases, all of them.
    package func ledger(of name: String) async throws -> [OwnPurchase] {
        let person = try await id(name)
        var items: [OwnPurchase] = []
        var cursor: String?
        repeat {
            let page = try await point.ledger.page(of: person, limit: 7, cursor: cursor).value
            items += page.items
            cursor = page.next
        } while cursor != nil
        return items
    }

    /// The item id of the owner's purchase of an order.
    package func itemID(_ order: String, of name: String) async throws -> String {
        guard let purchase = try await ledger(of: name).first(where: { $0.order == order }) else {
            throw WorldError.nobody(order)
        }
        return purchase.id
    }

    package func setItem(
        _ order: String, of name: String, to visibility: ItemVisibility, mayWiden: Bool = true
    ) async throws {
        let item = try await itemID(order, of: name)
        try await point.visibility.setItem(item, to: visibility, of: try await id(name), mayWiden: mayWiden)
    }
}
