public import Disclosure
public import Domain

/// Everything that is held about a person's shop.
///
/// Sensitivity: for the owner only.
public struct OwnShopRecords: Encodable, Sendable {
    public struct Pick: Encodable, Sendable {
        public let slot: Int
        /// The id of the product; absent when it is in the catalogue no more.
        public let product: String?
        /// RFC 3339 in UTC.
        public let pickedAt: String
    }

    public struct Event: Encodable, Sendable {
        public let event: String
        /// RFC 3339 in UTC.
        public let at: String
    }

    public let name: String
    public let sign: String?
    public let avatar: String?
    public let line: String?
    public let open: Bool
    public let picks: [Pick]
    public let events: [Event]
    /// Those that are still good; their secrets are not kept.
    public let shareLinks: [ShareLink]
}

extension FriendShops {
    /// Everything held about a person's shop; nothing, when there is none.
    public func ownRecords(of owner: PersonID) async throws(VaultError) -> OwnShopRecords? {
        guard let shop = try await shop(of: owner) else { return nil }
        return OwnShopRecords(
            name: shop.name, sign: shop.sign, avatar: shop.avatar, line: shop.line, open: shop.isOpen,
            picks: shop.picks.sorted { $0.key < $1.key }.map { slot, pick in
                OwnShopRecords.Pick(
                    slot: slot, product: point.rulebook.productID(pick.product)?.text,
                    pickedAt: Instant(seconds: pick.pickedAt).description)
            },
            events: shop.events.map { OwnShopRecords.Event(event: $0.event, at: Instant(seconds: $0.at).description) },
            shareLinks: shop.links(at: point.personalRecords.now).map(ShareLink.init))
    }
}
