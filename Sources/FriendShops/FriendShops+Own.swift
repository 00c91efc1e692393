public import Disclosure
public import Domain
import PolicyEngine

extension FriendShops {
    /// The owner's own shop, for an answer to the owner; `nil` if there is none yet.
    public func ownShop(answering owner: PersonID) async throws(VaultError) -> Prepared<OwnShop>? {
        let reading = point.reading(for: owner)
        return try await ownShop(of: owner).map(reading.prepared)
    }

    /// The owner's own shop; nothing, when there is none yet.
    public func ownShop(of owner: PersonID) async throws(VaultError) -> OwnShop? {
        guard let shop = try await shop(of: owner) else { return nil }
        let rulebook = point.rulebook
        let rules = rulebook.policy.shop
        let picks = shop.picks.sorted { $0.key < $1.key }.compactMap { slot, pick -> OwnShop.Slot? in
            rulebook.offered(pick.product).map {
                OwnShop.Slot(slot: slot, product: $0, lockedUntil: shop.lockEnd(pick, rules).description)
            }
        }
        return OwnShop(
            name: shop.name, sign: shop.sign, avatar: shop.avatar, line: shop.line, open: shop.isOpen,
            slots: try await slotCount(of: owner), picks: picks)
    }

    /// Sets the front; opens the shop on first use.
    ///
    /// What changed becomes activity.
    public func setFront(_ front: Front, of owner: PersonID) async throws {
        let front = try ShopFront(front, rules: point.rulebook.policy.shop)
        let now = point.personalRecords.now
        try await changeShop(of: owner, orOf: Shop(name: front.name, isOpen: false)) { shop in
            let wasOpen = shop.isOpen
            shop.take(front, at: now)
            return wasOpen
        }
    }

    /// How many slots an owner may fill.
    ///
    /// What lies in a slot stays when the tier that gave it is lost: a window does not change with the noise of a tick.
    func slotCount(of owner: PersonID) async throws(VaultError) -> Int {
        try await TieredSlots(point: point).slots(of: owner)
    }
}
