import Domain
@_spi(EnforcementPoint) import Sealing

/// Writes purchases as part of a transaction.
struct PurchaseWriter {
    let point: EnforcementPoint
    let transaction: WriteTransaction
    var vault: Vault { point.vault }
    private var settlement: HoldSettlement { HoldSettlement(rulebook: point.rulebook, transaction: transaction) }

    /// Whether a purchase may pass from one buyer to another.
    private let reassigns: Bool
    /// Whether the status *bought* undoes a return.
    private let undoesReturns: Bool

    init(
        point: EnforcementPoint, transaction: WriteTransaction, reassigns: Bool = true, undoesReturns: Bool = true
    ) {
        self.point = point
        self.transaction = transaction
        self.reassigns = reassigns
        self.undoesReturns = undoesReturns
    }

    /// Puts a purchase, with the narrowing that its key has kept.
    func put(_ draft: consuming PurchaseDraft) async throws {
        guard let owner = try await transaction.person(draft.buyer), let head = try await transaction.head(of: owner)
        else {
            throw IntakeError.unknownBuyer
        }
        let told: FieldChange<PersonID> = try await shop(of: draft.shop)
        let key = draft.key
        let nonce = nonce(of: key)
        let old = try await location(of: key)
        let former = try await former(at: old, nonce: nonce, head: head)
        var formerDetails: [UInt8]?
        if let old, former.replaced != nil { formerDetails = try await details(at: old) }
        let shop = told.applied(to: formerDetails.flatMap { (try? OpenedPurchase($0.span))?.shop })
        let new = try draft.sealed(
            IntakeContext(
                owner: head, shop: shop, now: vault.clock.now, rulebook: point.rulebook, nonce: nonce,
                kept: former.kept, replaced: former.replaced, undoesReturns: undoesReturns))
        if let replaced = former.replaced, replaced == new.facts, formerDetails == new.details { return }
        let filing = SaleFiling(point: point, transaction: transaction)
        let counted = former.kept == nil ? nil : try await filing.counted(nonce, of: owner)
        var facts = new.facts
        if let old, old.owner == owner {
            try await vacate(old)
        } else if let old {
            if let own = former.ownRemains { try await vacate(own) }
            if try await leave(key, at: old, isOfAnother: true) || former.kept?.flags.contains(.elsewhere) == true {
                facts.flags.insert(.elsewhere)
            }
        }
        try await append(facts, new, key: key, owner: owner)
        if let shop, let total = new.opened()?.total {
            try await filing.file(facts, shop: shop, total: total, of: owner, counted: counted)
        }
        if let replaced = former.replaced {
            // It lies elsewhere, and is not gone. Where it is shown otherwise now, what an older copy has of it is not shown.
            let isTheSame = replaced.category == facts.category && replaced.classCode == facts.classCode
            transaction.narrow(
                nonce, of: owner,
                to: ItemFloor(
                    override: isTheSame ? replaced.override.met(facts.override) : .hidden,
                    flags: replaced.flags.union(facts.flags).intersection(.kept)))
        } else if old?.owner != owner, facts.isNarrowed(at: vault.clock.now) {
            // What an older copy may have of it was gone before this put.
            transaction.narrow(
                nonce, of: owner, to: ItemFloor(override: facts.override, flags: facts.floor.flags.union(.gone)))
        }
    }

    /// What a key has kept for the next buyer.
    private struct Former {
        var kept: PurchaseFacts?
        var replaced: PurchaseFacts?
        /// Where remains of an earlier purchase of the same buyer lie.
        var ownRemains: PurchaseLocation?
    }

    private func former(
        at old: PurchaseLocation?, nonce: UInt64, head: Head
    ) async throws -> Former {
        guard let old else { return Former(kept: try await keptElsewhere(nonce, of: head)) }
        try await settlement.settle(old.owner)
        let facts = try await facts(at: old)
        if old.owner == head.id { return Former(kept: facts, replaced: facts.isGone ? nil : facts) }
        guard facts.isGone || reassigns else { throw IntakeError.otherBuyer }
        guard facts.flags.contains(.elsewhere),
            let own = try await Remains(transaction: transaction).find(nonce, of: head)
        else { return Former(kept: facts.passedOn(to: nil)) }
        return Former(kept: facts.passedOn(to: own.1), ownRemains: own.0)
    }

    /// The narrowing of a key that the records do not know.
    private func keptElsewhere(_ nonce: UInt64, of head: Head) async throws -> PurchaseFacts? {
        var kept = PurchaseFacts.vacant
        if let floor = try await transaction.floor(of: nonce, owner: head.id) {
            // It was narrowed before the records came to lack it, as after a restore.
            (kept.override, kept.flags) = (floor.override, floor.flags.intersection(.kept))
        } else if head.lostRemains > 0 {
            // It may be one of those of which nothing could be kept any more.
            (kept.override, kept.others) = (.hidden, .hidden)
        } else {
            return nil
        }
        return kept
    }

    /// The person whose shop a purchase came through.
    private func shop(of told: FieldChange<Handle>) async throws -> FieldChange<PersonID> {
        switch told {
        case .asItWas: return .asItWas
        case .clear: return .clear
        case .to(let handle):
            guard let shop = try await transaction.person(handle) else { throw IntakeError.unknownShop }
            return .to(shop)
        }
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

    /// Changes the facts of a purchase.
    func change(_ location: PurchaseLocation, _ change: (inout PurchaseFacts) -> Void) async throws {
        transaction.narrows = true
        var segment = try await segment(of: location)
        let before = segment[location.slot]
        change(&segment[location.slot])
        let after = segment[location.slot]
        if after.isVacant || after.isGone {
            transaction.narrow(
                before.nonce, of: location.owner,
                to: ItemFloor(override: before.override, flags: before.floor.flags.union(.gone)))
        } else if after.override.farthest < before.override.farthest {
            transaction.narrow(before.nonce, of: location.owner, to: after.floor)
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

    func details(at location: PurchaseLocation) async throws(VaultError) -> [UInt8]? {
        let name = RecordName.details(
            location.owner, location.keyClass, location.ordinal, of: try await facts(at: location).nonce)
        let keys = try await transaction.keys(of: location.owner)
        let box = try await transaction.box(name)
        let read = { (bytes: Span<UInt8>) throws(RecordFormatError) in try OpenedPurchase(bytes).encoded() }
        return location.isWithheld
            ? vault.open(box, as: name, with: keys.withheld, read) : vault.open(box, as: name, with: keys.open, read)
    }

    func put(_ details: [UInt8], at location: PurchaseLocation, nonce: UInt64) async throws {
        let keys = try await transaction.keys(of: location.owner)
        let name = RecordName.details(location.owner, location.keyClass, location.ordinal, of: nonce)
        if location.isWithheld {
            transaction.put(details, as: name, with: keys.withheld)
        } else {
            transaction.put(details, as: name, with: keys.open)
        }
    }

    private func append(
        _ facts: PurchaseFacts, _ purchase: SealablePurchase, key: PurchaseKey, owner: PersonID
    ) async throws {
        guard var head = try await transaction.head(of: owner) else { throw IntakeError.unknownBuyer }
        _ = try await transaction.keys(of: owner)
        var ledger = purchase.isWithheld ? head.withheld : head.open
        let location = PurchaseLocation(owner: owner, isWithheld: purchase.isWithheld, ordinal: ledger.slots)
        var segment: Segment
        if location.slot == 0 {
            segment = Segment()
            ledger.counters.append(.zero)
        } else {
            segment = try await self.segment(of: location)
        }
        segment[location.slot] = facts
        ledger.slots += 1
        if purchase.isWithheld { head.withheld = ledger } else { head.open = ledger }
        transaction.put(head)
        transaction.put(segment, owner, location.keyClass, location.segment)
        try await put(purchase.details, at: location, nonce: facts.nonce)
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
