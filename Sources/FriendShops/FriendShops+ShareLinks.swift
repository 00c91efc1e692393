public import Disclosure
public import Domain
import Foundation

extension FriendShops {
    /// Hours that a share link may be good for.
    public static let linkHours: ClosedRange<Int> = 1...720
    private static let purpose = "share-link"
    /// 128 bits, more than anybody can try.
    private static let secretByteCount = 16

    /// Makes a link to the front for an audience; its secret is told once and kept as a keyed digest.
    ///
    /// Where this carries out a deed, its answer, with the secret, is kept as `encode` writes it, see ``Deeds``.
    public func share(
        with audience: Audience, hours: Int, of owner: PersonID, as deed: Deed? = nil,
        encode: (MadeShareLink) throws -> [UInt8] = { _ in [] }
    ) async throws -> MadeShareLink {
        guard audience != .owner else { throw ShopError.invalidAudience }
        guard Self.linkHours.contains(hours) else { throw ShopError.invalidLifetime }
        let records = point.personalRecords
        let now = records.now
        let secret = records.secret(byteCount: Self.secretByteCount)
        let link = Shop.Link(
            id: records.name(), digest: records.digest(ofSecret: secret, of: owner),
            audience: audience.rawValue, madeAt: now.seconds, expiresAt: now.seconds + Int64(hours) * 3600)
        // The secret leads to its owner, so that no index from secrets to people has to be kept, and erased.
        let text = point.cursors.sealed(owner.octets + secret, purpose: Self.purpose, boundTo: [])
        let made = MadeShareLink(link: ShareLink(link), secret: text)
        let answered = try deed.map { (deed: $0, answer: try encode(made)) }
        try await changeShop(of: owner, as: answered) { shop in
            let good = shop.links(at: now)
            guard good.count < Shop.maximumLinks else { throw ShopError.tooManyLinks }
            shop.links = good + [link]
            return false
        }
        return made
    }

    /// The links of an owner that are still good, for an answer to the owner.
    public func shareLinks(answering owner: PersonID) async throws(VaultError) -> Prepared<ShareLinks> {
        let reading = point.reading(for: owner)
        return reading.prepared(try await shareLinks(of: owner))
    }

    /// The links of an owner that are still good.
    public func shareLinks(of owner: PersonID) async throws(VaultError) -> ShareLinks {
        let now = point.personalRecords.now
        return ShareLinks(items: try await shop(of: owner)?.links(at: now).map(ShareLink.init) ?? [])
    }

    /// Takes a link back; it opens nothing when this returns.
    ///
    /// Does nothing when there is no such link.
    public func revokeShareLink(_ id: String, of owner: PersonID) async throws {
        try await changeShop(of: owner) { shop in
            shop.links?.removeAll { $0.id == id }
            return true
        }
    }

    /// Whose shop a secret leads to, and for which audience; nothing for one that never was, has expired, or was revoked.
    public func sharedShop(_ secret: String) async throws(VaultError) -> (owner: PersonID, audience: Audience)? {
        guard let payload = point.cursors.opened(secret, purpose: Self.purpose, boundTo: []),
            payload.count == 8 + Self.secretByteCount
        else { return nil }
        let owner = PersonID(rawValue: payload.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
        let records = point.personalRecords
        let digest = records.digest(ofSecret: Array(payload.dropFirst(8)), of: owner)
        guard let link = try await shop(of: owner)?.links(at: records.now).first(where: { $0.digest == digest }),
            let audience = Audience(rawValue: link.audience)
        else { return nil }
        return (owner, audience)
    }

    /// The front, and nothing else, as an audience sees it; nothing while the shop is closed or not for it.
    public func exposedFront(
        _ owner: PersonID, handle: String, source: VisibleSource, reading: Reading
    ) async throws(VaultError) -> SharedFront? {
        guard let shop = try await shop(of: owner), shop.isOpen, source.showsShopFront(reading) else { return nil }
        return SharedFront(
            handle: handle, name: shop.name, sign: shop.sign, avatar: shop.avatar, line: shop.line,
            policy: reading.policyRevision)
    }
}

extension PersonID {
    fileprivate var octets: [UInt8] { withUnsafeBytes(of: rawValue.littleEndian) { Array($0) } }
}
