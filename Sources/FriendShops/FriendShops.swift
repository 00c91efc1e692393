public import Disclosure
public import Domain

/// Shops and their picks.
public final class FriendShops: ActivitySource {
    let point: EnforcementPoint

    /// Makes the shops and tells the enforcement point of them.
    public init(point: EnforcementPoint) {
        self.point = point
        point.attach(self)
    }

    /// What an owner sets of the front.
    public struct Front: Sendable {
        public var name: String
        public var sign: String?
        public var line: String?
        /// One character; see ``Domain/Avatar``.
        public var avatar: String?
        public var isOpen: Bool

        public init(name: String, sign: String?, line: String?, avatar: String? = nil, isOpen: Bool) {
            self.name = name
            self.sign = sign
            self.line = line
            self.avatar = avatar
            self.isOpen = isOpen
        }
    }

    public func isOpen(_ owner: PersonID) async throws(VaultError) -> Bool {
        try await shop(of: owner)?.isOpen ?? false
    }

    public func activities(of owner: PersonID) async throws(VaultError) -> [OwnerActivity] {
        guard let shop = try await shop(of: owner), shop.isOpen else { return [] }
        return ShopActivities(
            shop: shop, owner: owner, records: point.personalRecords, rulebook: point.rulebook,
            milestones: try await point.epochs.standing(of: owner).milestones
        ).all
    }

    /// The front of an open shop, in short.
    func front(of owner: PersonID, handle: String) async throws(VaultError) -> ExposedShopFront? {
        guard let shop = try await shop(of: owner), shop.isOpen else { return nil }
        return ExposedShopFront(handle: handle, name: shop.name, sign: shop.sign, avatar: shop.avatar)
    }

    /// The front and picks of a shop for whoever is in an audience; nothing while the shop is closed or not for them.
    ///
    /// `source` is what the viewer may see of the owner: a pick that is not in it is not shown.
    public func exposed(
        _ owner: PersonID, handle: String, source: VisibleSource, reading: Reading
    ) async throws(VaultError) -> ExposedShop? {
        guard let shop = try await shop(of: owner), shop.isOpen, source.showsShopFront(reading) else { return nil }
        let picks = shop.picks.sorted { $0.key < $1.key }.compactMap { slot, pick -> ExposedPick? in
            let nonce = nonce(of: pick, owner: owner)
            guard source.references.contains(where: { $0.tie == nonce && source.admits($0, asOf: reading.now) }),
                let product = reading.rulebook.offered(pick.product)
            else { return nil }
            let isBought = source.showsPurchase(of: pick.product, asOf: reading.now)
            return ExposedPick(slot: slot, product: product, bought: isBought ? true : nil)
        }
        return ExposedShop(
            handle: handle, name: shop.name, sign: shop.sign, avatar: shop.avatar, line: shop.line, picks: picks,
            figures: ShopFigures(try await point.epochs.standing(of: owner), reading.rulebook),
            policy: reading.policyRevision)
    }

    /// The identity of a pick among an owner's activities.
    func nonce(of pick: Shop.Pick, owner: PersonID) -> UInt64 {
        point.personalRecords.activityNonce(of: owner, pick.serial.octets)
    }

    func shop(of owner: PersonID) async throws(VaultError) -> Shop? {
        try await point.personalRecords.shop(of: owner).flatMap(Shop.init)
    }

    /// Changes the shop that there is, or else the one given; nothing happens when the closure throws.
    ///
    /// The closure says whether something that was shown no longer is.
    func changeShop(
        of owner: PersonID, orOf made: Shop? = nil, as deed: (deed: Deed, answer: [UInt8])? = nil,
        _ change: @escaping @Sendable (inout Shop) throws -> Bool
    ) async throws {
        try await point.personalRecords.changeShop(of: owner, as: deed) { bytes in
            guard var shop = bytes.flatMap(Shop.init) ?? made else { throw ShopError.noShop }
            let wasOpen = shop.isOpen
            let narrows = try change(&shop)
            return ShopChange(shop: shop.encoded(), narrows: narrows, isSeen: wasOpen || shop.isOpen)
        }
    }
}
