import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing
import Storage

/// Seals everything of one owner anew, as part of a larger write.
struct OwnerSealing {
    enum Outcome {
        /// So many records.
        case sealed(Int)
        /// There is no such person, or all is done.
        case nothing
        /// Something does not open, and is not given up.
        case unreadable
    }

    let point: EnforcementPoint
    let transaction: WriteTransaction
    let generation: UInt32
    let givingUp: Bool
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint, transaction: WriteTransaction, generation: UInt32, givingUp: Bool) {
        self.point = point
        self.transaction = transaction
        self.generation = generation
        self.givingUp = givingUp
    }

    func seal(_ person: PersonID) async throws -> Outcome {
        guard let keys = try await vault.ownerKeys(of: person) else { return .nothing }
        guard var head = try await transaction.head(of: person) else { return givingUp ? .nothing : .unreadable }
        if head.sealedGeneration >= generation { return .nothing }
        _ = try await transaction.keys(of: person)
        guard let open = try await OwnerRecords(open: vault).everything(of: head, givingUp: givingUp),
            let withheld = try await OwnerRecords(withheld: vault).everything(of: head, givingUp: givingUp),
            let history = try await history(of: head, keys),
            let epochs = try await EpochSealing(vault: vault).records(of: person, keys, givingUp: givingUp)
        else { return .unreadable }
        var shop: [UInt8]?
        if head.shopCounter > .zero {
            shop = try await point.personalRecords.shop(of: person)
            if shop == nil, !givingUp { return .unreadable }
        }

        var (shown, hidden): ([WholePurchase], [WholePurchase]) = ([], [])
        let rulebook = point.rulebook
        for purchase in noted(open, &head) + withheld {
            if isWithheld(purchase.facts, rulebook) { hidden.append(purchase) } else { shown.append(purchase) }
        }
        retire(head)
        let moved = (open: head.open.moved(count: shown.count), withheld: head.withheld.moved(count: hidden.count))
        head.open = moved.open
        head.withheld = moved.withheld
        head.sealedGeneration = generation
        if let shop {
            head.shopCounter = head.shopCounter.raised(in: transaction.era)
            transaction.put(shop, as: .shop(person, counter: head.shopCounter), with: keys.open)
        } else {
            head.shopCounter = .zero
        }
        transaction.put(head)
        try await put(shown, of: head, head.open, .open) { transaction.put($0, as: $1, with: keys.open) }
        try await put(hidden, of: head, head.withheld, .withheld) { transaction.put($0, as: $1, with: keys.withheld) }
        for (name, entry) in history { transaction.put(entry, as: name, with: keys.open) }
        try await EpochSealing(vault: vault).put(epochs, of: person, keys, transaction)
        let number = withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }
        transaction.put(number, as: .directory(head.handle), with: vault.keys.serviceKey)
        return .sealed(
            2 + (shop == nil ? 0 : 1) + history.count + epochs.count + 2 * (shown.count + hidden.count)
                + head.open.counters.count + head.withheld.counters.count)
    }

    /// The purchases with what is held of them noted, before what it is worked out from comes to lie elsewhere.
    ///
    /// The same as ``HoldSettlement``, for purchases that are written anew in any case.
    private func noted(_ purchases: [WholePurchase], _ head: inout Head) -> [WholePurchase] {
        let now = vault.clock.now
        let rulebook = point.rulebook
        guard let last = rulebook.raises.last(where: { $0.until > now }), last.number > head.settledRaise else {
            return purchases
        }
        let facts = purchases.enumerated().filter { !$0.element.facts.isGone }
            .map { (ordinal: UInt32($0.offset), facts: $0.element.facts) }
        let held = HeldItems(head: head, facts: facts, rulebook: rulebook, now: now)
        head.settledRaise = last.number
        return purchases.enumerated().map { number, purchase in
            var purchase = purchase
            if let hold = held.holds[UInt32(number)] { purchase.facts.hold = hold }
            return purchase
        }
    }

    /// Whether the policy in force withholds a purchase from everybody, whatever they consented to.
    private func isWithheld(_ facts: PurchaseFacts, _ rulebook: Rulebook) -> Bool {
        rulebook.classes(of: facts).contains { rulebook.policy.tier(of: $0) == .withhold }
    }

    /// Takes the records away that were written at the old addresses.
    private func retire(_ head: Head) {
        for (ledger, keyClass) in [(head.open, KeyClass.open), (head.withheld, .withheld)] {
            for ordinal in ledger.ordinals { transaction.delete(.details(head.id, keyClass, ordinal)) }
            for number in ledger.segments { transaction.delete(.segment(head.id, keyClass, number)) }
        }
    }

    private func put(
        _ purchases: [WholePurchase], of head: Head, _ ledger: Head.Ledger, _ keyClass: KeyClass,
        _ seal: ([UInt8], RecordName) -> Void
    ) async throws {
        var segments: [Int: Segment] = [:]
        for (ordinal, purchase) in zip(ledger.ordinals, purchases) {
            let location = PurchaseLocation(owner: head.id, isWithheld: keyClass == .withheld, ordinal: ordinal)
            segments[location.segment, default: Segment()][location.slot] = purchase.facts
            seal(purchase.details, .details(head.id, keyClass, ordinal, of: purchase.facts.nonce))
            // Of a purchase that is gone, the key may lead to somebody else by now, who seals the entry anew.
            if purchase.facts.isGone, let owner = try await leads(purchase.key), owner != head.id { continue }
            transaction.put(location.encoded(), as: .purchase(purchase.key), with: vault.keys.serviceKey)
        }
        for (number, segment) in segments { transaction.put(segment, head.id, keyClass, number) }
    }

    /// Whose purchase a key leads to.
    private func leads(_ key: PurchaseKey) async throws(VaultError) -> PersonID? {
        let name = RecordName.purchase(key)
        let box = try await transaction.box(name)
        return vault.open(box, as: name, with: vault.keys.serviceKey, PurchaseLocation.init)?.owner
    }

    /// The entries of the visibility history; nothing where one does not open and is not given up.
    private func history(of head: Head, _ keys: OwnerKeys) async throws(VaultError) -> [(RecordName, [UInt8])]? {
        let names = VisibilitySettings.historyNames(of: head)
        var entries: [(RecordName, [UInt8])] = []
        for (name, box) in zip(names, try await vault.boxes(names)) {
            guard let box else { continue }
            let entry = vault.open(box, as: name, with: keys.open) { (bytes) throws(RecordFormatError) in
                (0..<bytes.count).map { bytes[$0] }
            }
            guard let entry else {
                if givingUp { continue }
                return nil
            }
            entries.append((name, entry))
        }
        return entries
    }
}
