import Disclosure
public import Domain
import PolicyEngine

extension FriendShops {
    /// Where a good that is picked is chosen from; the pick itself keeps nothing of it.
    public enum Origin: Sendable {
        case catalogue(ProductID)
        /// One of the owner's own purchases, by its id in their ledger.
        case purchase(String)
    }

    /// Puts a good of the catalogue into a slot.
    ///
    /// Putting the same good again changes nothing.
    public func pick(_ product: ProductID, slot: Int, of owner: PersonID) async throws {
        try await pick(.catalogue(product), slot: slot, of: owner)
    }

    /// Puts a good into a slot; of several who write to it at the same time one wins, and its lock refuses the others.
    ///
    /// Putting the same good again changes nothing.
    public func pick(_ origin: Origin, slot: Int, of owner: PersonID) async throws {
        let rulebook = point.rulebook
        guard (1...(try await slotCount(of: owner))).contains(slot) else { throw ShopError.noSuchSlot }
        let number = try await number(of: origin, owner: owner, rulebook)
        let now = point.personalRecords.now
        try await changeShop(of: owner) { shop in
            if shop.picks[slot]?.product == number { return false }
            guard !shop.picks.values.contains(where: { $0.product == number }) else { throw ShopError.alreadyPicked }
            try shop.checkUnlocked(slot, rulebook: rulebook, now: now)
            let replaces = shop.picks[slot] != nil
            shop.serial += 1
            shop.picks[slot] = Shop.Pick(product: number, pickedAt: now.seconds, serial: shop.serial)
            return replaces
        }
    }

    /// Empties a slot.
    ///
    /// Does nothing when it is empty.
    public func unpick(slot: Int, of owner: PersonID) async throws {
        let rulebook = point.rulebook
        let count = try await slotCount(of: owner)
        let now = point.personalRecords.now
        try await changeShop(of: owner) { shop in
            guard (1...count).contains(slot) || shop.picks[slot] != nil else { throw ShopError.noSuchSlot }
            try shop.checkUnlocked(slot, rulebook: rulebook, now: now)
            shop.picks[slot] = nil
            return true
        }
    }

    /// The number of a good that may be picked; a purchase is judged by the strictest class that it ever was in.
    private func number(of origin: Origin, owner: PersonID, _ rulebook: Rulebook) async throws -> UInt32 {
        let number: UInt32
        var tiers: [Tier] = []
        switch origin {
        case .catalogue(let product):
            guard let known = rulebook.number(of: product) else { throw ShopError.unknownProduct }
            number = known
        case .purchase(let id):
            guard let good = try await point.ledger.good(of: id, owner: owner) else { throw ShopError.unknownPurchase }
            guard rulebook.isKnown(good.product) else { throw ShopError.goneProduct }
            number = good.product
            tiers.append(good.tier)
        }
        tiers.append(rulebook.tier(of: number))
        guard rulebook.isListed(number) else { throw ShopError.delisted }
        guard tiers.allSatisfy(rulebook.policy.shop.pickable.contains) else { throw ShopError.notPickable }
        return number
    }
}

extension Shop {
    func lockEnd(_ pick: Pick, _ rules: ShopRules) -> Instant {
        Instant(seconds: pick.pickedAt + Int64(rules.lockHours) * 3600)
    }

    /// A pick stays for its time, unless its good was delisted or raised to a class that may not be picked.
    func checkUnlocked(_ slot: Int, rulebook: Rulebook, now: Instant) throws(ShopError) {
        guard let pick = picks[slot], rulebook.isPickable(pick.product) else { return }
        guard now >= lockEnd(pick, rulebook.policy.shop) else { throw .locked }
    }
}
