public import Domain
import PolicyEngine

/// Where an item would be, if the viewer may see it.
public struct ItemPlace: Sendable {
    public let source: VisibleSource
    let id: ItemID

    /// Whether a reference is the item asked for.
    public func names(_ reference: VisibleReference) -> Bool {
        reference.kind == id.kind && reference.tie == id.nonce
    }
}

extension Reading {
    /// The place of an item by its id; nothing for ids that name nothing of anybody who shows the viewer something.
    public func place(of id: String) async throws(VaultError) -> ItemPlace? {
        guard let item = itemID(id) else { return nil }
        guard let source = try await source(item.owner, for: viewer, kinds: nil) else { return nil }
        return ItemPlace(source: source, id: item)
    }

    /// Whether the viewer's look at a person's shop is a visit: that of a friend who is not in private mode.
    public func isVisit(to owner: PersonID) async throws(VaultError) -> Bool {
        guard try await isFriend(owner), let visitor = try await head(of: viewer) else { return false }
        return !visitor.consent.isPrivate(at: now)
    }

    /// Whether a person is a friend of the viewer, and neither has blocked the other.
    public func isFriend(_ person: PersonID) async throws(VaultError) -> Bool {
        guard let viewerHead = try await head(of: viewer), viewerHead.friends[person] != nil,
            let other = try await head(of: person)
        else { return false }
        return viewerHead.isFriend(of: other)
    }

    /// The viewer's friends.
    ///
    /// INVARIANT: whoever was blocked by a friend, or has blocked one, has no trace of them here, as if the platform had
    /// ended the friendship.
    func friends() async throws(VaultError) -> [Head] {
        guard let viewerHead = try await head(of: viewer) else { return [] }
        return try await heads(of: viewerHead.friends.keys.sorted()).compactMap(\.self).filter(viewerHead.isFriend)
    }
}
