public import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// A person's own purchases: the only reader of what is withheld from everybody else.
public struct OwnLedger: Sendable {
    let point: EnforcementPoint

    init(point: EnforcementPoint) {
        self.point = point
    }

    private struct Entry {
        var location: PurchaseLocation
        var facts: PurchaseFacts
        var position: FeedPosition { FeedPosition(sortMinute: facts.minute, tie: facts.nonce) }
    }

    /// Why a page of the ledger cannot be given.
    public enum LedgerError: Error, Sendable {
        case invalidCursor
        case vault(VaultError)
    }

    /// A page of everything a person bought, newest first.
    public func page(of person: PersonID, limit: Int, cursor: String?) async throws(LedgerError) -> Prepared<
        OwnPurchasePage
    > {
        let reading = point.reading(for: person)
        let binding = withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }
        var after: FeedPosition?
        if let cursor {
            guard let payload = point.cursors.opened(cursor, purpose: "ledger", boundTo: binding),
                let position = FeedPosition(payload)
            else { throw .invalidCursor }
            after = position
        }
        do {
            guard let head = try await reading.head(of: person) else {
                return reading.prepared(OwnPurchasePage(items: [], next: nil))
            }
            let entries = try await entries(of: head)
                .filter { entry in after.map { $0 < entry.position } ?? true }
                .sorted { $0.position < $1.position }
            let shown = Array(entries.prefix(limit))
            let opened = try await exposed(shown, head: head, reading)
            let more = entries.count > shown.count
            let next =
                more
                ? shown.last.map { point.cursors.sealed($0.position.payload, purpose: "ledger", boundTo: binding) }
                : nil
            return reading.prepared(OwnPurchasePage(items: opened, next: next))
        } catch {
            throw .vault(error)
        }
    }

    /// Where the purchase of an item id lies, when it is this person's.
    func location(of id: String, owner head: Head) async throws(VaultError) -> (PurchaseLocation, PurchaseFacts)? {
        guard let item = ItemID(id, point.vault.keys), item.owner == head.id, item.kind == .purchase else { return nil }
        return try await entries(of: head).first { $0.facts.nonce == item.nonce }.map { ($0.location, $0.facts) }
    }

    /// What is kept of purchases that are gone, newest first.
    func remains(of head: Head) async throws(VaultError) -> [OwnRemains] {
        try await remains(of: head, OwnerRecords(open: point.vault))
            .merging(remains(of: head, OwnerRecords(withheld: point.vault))) { first, _ in first }
            .sorted { $0.key < $1.key }.map(\.value)
    }

    private func remains<Class: SealingClass>(
        of head: Head, _ records: OwnerRecords<Class>
    ) async throws(VaultError) -> [FeedPosition: OwnRemains] {
        let facts = try await records.readFacts(of: head).facts.filter(\.facts.isGone)
        var remains: [FeedPosition: OwnRemains] = [:]
        for ((_, facts), key) in zip(facts, try await records.keys(facts.map { .init(owner: head.id, $0) })) {
            guard let key else { continue }
            remains[FeedPosition(sortMinute: facts.minute, tie: facts.nonce)] = OwnRemains(
                order: key.order, line: key.line, status: facts.flags.contains(.returned) ? "returned" : "bought",
                visibility: ItemVisibility(facts.override).name, private: facts.flags.contains(.isPrivate),
                minor: facts.flags.contains(.minor), at: Instant(seconds: Int64(facts.minute) * 60).description)
        }
        return remains
    }

    /// Everything, in no order.
    private func entries(of head: Head) async throws(VaultError) -> [Entry] {
        let open = try await OwnerRecords(open: point.vault).facts(of: head)
        let withheld = try await OwnerRecords(withheld: point.vault).facts(of: head)
        return open.map {
            Entry(
                location: PurchaseLocation(owner: head.id, isWithheld: false, ordinal: $0.ordinal), facts: $0.facts)
        }
            + withheld.map {
                Entry(
                    location: PurchaseLocation(owner: head.id, isWithheld: true, ordinal: $0.ordinal), facts: $0.facts)
            }
    }

    private func exposed(_ entries: [Entry], head: Head, _ reading: Reading) async throws(VaultError) -> [OwnPurchase] {
        let rulebook = reading.rulebook
        var owned: [OwnPurchase?] = Array(repeating: nil, count: entries.count)
        var shops: [PersonID?] = Array(repeating: nil, count: entries.count)
        for isWithheld in [false, true] {
            let chosen = entries.indices.filter { entries[$0].location.isWithheld == isWithheld }
            let places = chosen.map { index in
                DetailsPlace(
                    owner: head.id, ordinal: entries[index].location.ordinal, nonce: entries[index].facts.nonce)
            }
            let generalize = { (position: Int, purchase: borrowing OpenedPurchase) in
                (self.own(purchase, entries[chosen[position]].facts, head: head, rulebook: rulebook), purchase.shop)
            }
            let opened =
                isWithheld
                ? try await OwnerRecords(withheld: point.vault).details(places, generalize: generalize)
                : try await OwnerRecords(open: point.vault).details(places, generalize: generalize)
            for (position, result) in opened.enumerated() {
                owned[chosen[position]] = result?.0
                shops[chosen[position]] = result?.1
            }
        }
        // A shop is named while it is a friend's, or open to the buyer, so that nobody reads here why one vanished.
        var handles: [PersonID: String] = [head.id: head.handle.text]
        for shop in Set(shops.compactMap(\.self)) where shop != head.id {
            handles[shop] =
                try await reading.isFriend(shop)
                ? try await reading.handle(of: shop) : try await reading.shop(shop)?.handle
        }
        return zip(owned, shops).compactMap { purchase, shop in purchase?.boughtAt(shop.flatMap { handles[$0] }) }
    }

    private func own(
        _ purchase: borrowing OpenedPurchase, _ facts: PurchaseFacts, head: Head, rulebook: Rulebook
    ) -> OwnPurchase {
        let code = rulebook.classes(of: facts).reduce(facts.classCode) { rulebook.stricter($0, $1) }
        let known = rulebook.policy.sensitivityClass(code)
        return OwnPurchase(
            id: ItemID(kind: .purchase, owner: head.id, nonce: facts.nonce).text(point.vault.keys),
            order: purchase.key.order, line: purchase.key.line,
            product: OwnPurchase.Product(id: purchase.productID.text, title: purchase.title),
            category: rulebook.taxonomy.category(number: facts.category).map(ExposedProduct.Label.init),
            sensitivity: OwnPurchase.SensitivityClass(
                id: known?.id ?? "unknown", tier: (known?.tier ?? .withhold).name, name: known?.name),
            quantity: Int(purchase.quantity),
            total: OwnPurchase.Amount(amount: purchase.total.minorUnits, currency: purchase.total.currency.code),
            at: purchase.instant.description, status: facts.flags.contains(.returned) ? "returned" : "bought",
            boughtAt: nil, visibility: ItemVisibility(facts.override).name)
    }
}

extension OwnPurchase {
    fileprivate func boughtAt(_ handle: String?) -> OwnPurchase {
        guard let handle else { return self }
        return OwnPurchase(
            id: id, order: order, line: line, product: product, category: category, sensitivity: sensitivity,
            quantity: quantity, total: total, at: at, status: status,
            boughtAt: ExposedItem.ShopReference(handle: handle),
            visibility: visibility)
    }
}

extension FeedPosition {
    /// Twelve bytes.
    public var payload: [UInt8] {
        var writer = RecordWriter(reserving: 12)
        writer.put(sortMinute)
        writer.put(tie)
        return writer.bytes
    }

    public init?(_ payload: some Collection<UInt8>) {
        guard payload.count == 12 else { return nil }
        let bytes = Array(payload)
        var cursor = RecordCursor()
        guard let sortMinute = try? cursor.number(UInt32.self, in: bytes.span),
            let tie = try? cursor.number(UInt64.self, in: bytes.span)
        else { return nil }
        self.init(sortMinute: sortMinute, tie: tie)
    }
}
