import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// How purchases leave a ledger: with what was narrowed of them kept, or for good.
extension PurchaseWriter {
    /// Takes a purchase away, and keeps what was narrowed of it.
    func remove(_ key: PurchaseKey, at location: PurchaseLocation) async throws {
        if try await !leave(key, at: location, isOfAnother: false) { transaction.delete(.purchase(key)) }
    }

    /// Takes a purchase away for good that is kept no longer, with what may remain of it.
    ///
    /// The key is `nil` if its details do not open, so that nothing leads to its entry in the index. Returns whether somebody
    /// else may have remains of the key, which the index has to lead to from now on.
    func expire(_ key: PurchaseKey?, at location: PurchaseLocation) async throws -> Bool {
        let facts = try await facts(at: location)
        try await SaleFiling(point: point, transaction: transaction).forget([facts.nonce], of: location.owner)
        try await empty(location)
        guard let key, try await leads(key, to: location, facts) else { return false }
        transaction.delete(.purchase(key))
        return facts.flags.contains(.elsewhere)
    }

    /// Whether the index leads to a row; it leads to every purchase, and to remains unless somebody else is the buyer now.
    func leads(_ key: PurchaseKey, to location: PurchaseLocation, _ facts: PurchaseFacts) async throws -> Bool {
        guard facts.isGone else { return true }
        let name = RecordName.purchase(key)
        let box = try await transaction.box(name)
        return vault.open(box, as: name, with: vault.keys.serviceKey, PurchaseLocation.init) == location
    }

    /// Takes a purchase out of the ledger and keeps what was narrowed of it in its place.
    ///
    /// Where the key goes on with another buyer, that one takes over all but the owner's own word. Returns whether anything
    /// was kept.
    func leave(_ key: PurchaseKey, at location: PurchaseLocation, isOfAnother: Bool) async throws -> Bool {
        let facts = try await facts(at: location)
        try await withdraw(facts, of: location)
        guard var remains = facts.remains(point.rulebook, at: vault.clock.now), !isOfAnother || facts.hasOwnWord
        else {
            try await empty(location)
            return false
        }
        if isOfAnother { remains.flags.insert(.elsewhere) }
        if remains == facts { return true }
        if !facts.isGone {
            guard let head = try await transaction.head(of: location.owner) else { throw VaultError.unreadable }
            guard try await Remains(transaction: transaction).hasRoom(head) else {
                try await lose(facts, of: head)
                try await empty(location)
                return false
            }
            // Details that do not open are of an unknown length.
            let byteCount = try await details(at: location)?.count ?? OpenedPurchase.usualByteCount
            try await put(
                OpenedPurchase.encodedRemains(of: key, byteCount: byteCount), at: location, nonce: facts.nonce)
        }
        try await change(location) { $0 = remains }
        return true
    }

    /// Notes that the narrowing of a purchase could not be kept.
    private func lose(_ facts: PurchaseFacts, of head: Head) async throws {
        var head = head
        if head.lostRemains == 0 {
            try await HistoryWriter(transaction: transaction).append(
                VisibilityHistory.Entry(
                    at: vault.clock.now.description, client: "intake", policy: point.rulebook.policy.revision,
                    changes: [
                        "too many purchases that were narrowed are gone; what is sent from now on is hidden until it is shown"
                    ]), to: &head)
        }
        head.lostRemains = max(head.lostRemains, facts.minute, 1)
        _ = try await transaction.keys(of: head.id)
        transaction.put(head)
    }

    /// Makes a place empty whose narrowing was taken over.
    func vacate(_ location: PurchaseLocation) async throws {
        try await withdraw(facts(at: location), of: location)
        try await empty(location)
    }

    private func empty(_ location: PurchaseLocation) async throws {
        try await change(location) { $0 = .vacant }
        transaction.delete(.details(location.owner, location.keyClass, location.ordinal))
    }

    /// Takes the sale of a purchase back, unless it was when the purchase went.
    private func withdraw(_ facts: PurchaseFacts, of location: PurchaseLocation) async throws {
        if facts.isGone { return }
        try await SaleFiling(point: point, transaction: transaction).withdraw(
            facts, isWithheld: location.isWithheld, of: location.owner)
    }
}
