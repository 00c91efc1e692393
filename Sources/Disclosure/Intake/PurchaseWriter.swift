import Domain
@_spi(EnforcementPoint) import Sealing

/// Writes purchases as part of a transaction.
struct PurchaseWriter {
    let point: EnforcementPoint
    let transaction: WriteTransaction
    private var vault: Vault { point.vault }
    private var settlement: HoldSettlement { HoldSettlement(rulebook: point.rulebook, transaction: transaction) }

    init(point: EnforcementPoint, transaction: WriteTransaction) {
        self.point = point
        self.transaction = transaction
    }

    func put(_ draft: consuming PurchaseDraft) async throws {
        guard let owner = try await transaction.person(draft.buyer), let head = try await transaction.head(of: owner)
        else {
            throw IntakeError.unknownBuyer
        }
        var shop: PersonID?
        if let handle = draft.shop {
            shop = try await transaction.person(handle)
            guard shop != nil else { throw IntakeError.unknownShop }
        }
        let key = draft.key
        let old = try await location(of: key)
        if let old { try await settlement.settle(old.owner) }
        var replaced: PurchaseFacts?
        if let old, old.owner == owner { replaced = try await facts(at: old) }
        var new = try draft.sealed(
            IntakeContext(
                owner: head, shop: shop, now: vault.clock.now, rulebook: point.rulebook, nonce: nonce(of: key),
                replaced: replaced))
        var counted: Sale?
        if let old {
            if replaced == new.facts, try await details(at: old) == new.details { return }
            if old.owner == owner {
                counted = try await SaleFiling(point: point, transaction: transaction)
                    .counted(nonce(of: key), of: owner)
            }
            try await remove(key, at: old)
        } else if let known = try await transaction.override(of: new.facts.nonce, owner: owner) {
            // It was hidden before the records came to lack it, as after a restore.
            new.facts.override = new.facts.override.met(known)
        }
        try await append(new, key: key, owner: owner)
        if let shop, let total = new.opened()?.total {
            try await SaleFiling(point: point, transaction: transaction)
                .file(new.facts, shop: shop, total: total, of: owner, counted: counted)
        }
        guard let replaced else { return }
        // It lies elsewhere, and is not gone. Where it is shown otherwise now, what an older copy has of it is not shown.
        let isTheSame =
            replaced.category == new.facts.category && replaced.classCode == new.facts.classCode
            && replaced.flags.symmetricDifference(new.facts.flags).isSubset(of: .throughShop)
        transaction.narrow(
            new.facts.nonce, of: owner, to: isTheSame ? replaced.override.met(new.facts.override) : .hidden)
    }

    /// Where the purchase of a key lies.
    func location(of key: PurchaseKey) async throws(VaultError) -> PurchaseLocation? {
        let name = RecordName.purchase(key)
        guard let box = try await transaction.box(name) else { return nil }
        guard let location = vault.open(box, as: name, with: vault.keys.serviceKey, PurchaseLocation.init) else {
            throw .unreadable
        }
        // An index put back from an earlier day leads to a slot that is empty, or another's.
        guard let head = try await transaction.head(of: location.owner) else { return nil }
        let ledger = location.isWithheld ? head.withheld : head.open
        guard ledger.ordinals.contains(location.ordinal), ledger.counter(of: location.segment) != nil,
            try await facts(at: location).nonce == nonce(of: key)
        else {
            vault.failures.note()
            return nil
        }
        return location
    }

    /// `expired` says that it is kept no longer, and was not taken back.
    func remove(_ key: PurchaseKey, at location: PurchaseLocation, expired: Bool = false) async throws {
        let facts = try await facts(at: location)
        let filing = SaleFiling(point: point, transaction: transaction)
        if expired {
            try await filing.forget([facts.nonce], of: location.owner)
        } else {
            try await filing.withdraw(facts, isWithheld: location.isWithheld, of: location.owner)
        }
        try await change(location) { $0 = .vacant }
        transaction.delete(.details(location.owner, location.keyClass, location.ordinal))
        transaction.delete(.purchase(key))
    }

    /// Changes the facts of a purchase.
    func change(_ location: PurchaseLocation, _ change: (inout PurchaseFacts) -> Void) async throws {
        transaction.narrows = true
        var segment = try await segment(of: location)
        let before = segment[location.slot]
        change(&segment[location.slot])
        let after = segment[location.slot]
        if after.isVacant {
            transaction.narrow(before.nonce, of: location.owner, to: nil)
        } else if after.override.farthest < before.override.farthest {
            transaction.narrow(before.nonce, of: location.owner, to: after.override)
        }
        _ = try await transaction.keys(of: location.owner)
        transaction.put(segment, location.owner, location.keyClass, location.segment)
    }

    func facts(at location: PurchaseLocation) async throws(VaultError) -> PurchaseFacts {
        try await segment(of: location)[location.slot]
    }

    private func segment(of location: PurchaseLocation) async throws(VaultError) -> Segment {
        guard let head = try await transaction.head(of: location.owner) else { throw .unreadable }
        let ledger = location.isWithheld ? head.withheld : head.open
        guard let counter = ledger.counter(of: location.segment) else { throw .unreadable }
        return try await transaction.segment(
            location.owner, location.keyClass, location.segment, counter: counter)
    }

    private func details(at location: PurchaseLocation) async throws(VaultError) -> [UInt8]? {
        let name = RecordName.details(
            location.owner, location.keyClass, location.ordinal, of: try await facts(at: location).nonce)
        let keys = try await transaction.keys(of: location.owner)
        let box = try await transaction.box(name)
        let read = { (bytes: Span<UInt8>) throws(RecordFormatError) in try OpenedPurchase(bytes).encoded() }
        return location.isWithheld
            ? vault.open(box, as: name, with: keys.withheld, read) : vault.open(box, as: name, with: keys.open, read)
    }

    private func append(_ purchase: SealablePurchase, key: PurchaseKey, owner: PersonID) async throws {
        guard var head = try await transaction.head(of: owner) else { throw IntakeError.unknownBuyer }
        let keys = try await transaction.keys(of: owner)
        var ledger = purchase.isWithheld ? head.withheld : head.open
        let location = PurchaseLocation(owner: owner, isWithheld: purchase.isWithheld, ordinal: ledger.slots)
        var segment: Segment
        if location.slot == 0 {
            segment = Segment()
            ledger.counters.append(.zero)
        } else {
            segment = try await self.segment(of: location)
        }
        segment[location.slot] = purchase.facts
        ledger.slots += 1
        if purchase.isWithheld { head.withheld = ledger } else { head.open = ledger }
        transaction.put(head)
        transaction.put(segment, owner, location.keyClass, location.segment)
        let name = RecordName.details(
            owner, location.keyClass, location.ordinal, of: purchase.facts.nonce)
        if purchase.isWithheld {
            transaction.put(purchase.details, as: name, with: keys.withheld)
        } else {
            transaction.put(purchase.details, as: name, with: keys.open)
        }
        transaction.put(location.encoded(), as: .purchase(key), with: vault.keys.serviceKey)
    }

    /// The purchase's part of its item id: a digest of its key, so that it does not depend on what else was bought.
    private func nonce(of key: PurchaseKey) -> UInt64 {
        let digest = vault.keys.digest(
            .tie, [Array("purchase".utf8), Array(key.source.utf8), Array(key.order.utf8), Array(key.line.utf8)])
        return max(1, digest.prefix(7).reduce(0) { $0 << 8 | UInt64($1) }) << 8
    }
}

extension PurchaseLocation {
    var keyClass: KeyClass { isWithheld ? .withheld : .open }
    var segment: Int { Int(ordinal) / Segment.capacity }
    var slot: Int { Int(ordinal) % Segment.capacity }
}
