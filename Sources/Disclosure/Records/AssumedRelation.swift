public import Domain

/// How a viewer would stand to an owner, asked for nobody in particular.
public enum AssumedRelation {
    /// The audience that counts for a viewer who would be in one: none when blocked.
    ///
    /// Decided by the relations that readings decide by, on two people made up for the question.
    public static func audience(_ audience: Audience, isBlocked: Bool) -> Audience? {
        guard let ownerHandle = Handle("owner"), let viewerHandle = Handle("viewer") else { return nil }
        if audience == .owner { return .owner }
        var owner = Head(id: PersonID(rawValue: 1), handle: ownerHandle, name: "", zone: .utc, isMinor: false)
        let viewer = Head(id: PersonID(rawValue: 2), handle: viewerHandle, name: "", zone: .utc, isMinor: false)
        if isBlocked { owner.blocks.insert(viewer.handle, naming: viewer.id) }
        if audience == .closeFriends || audience == .friends {
            owner.friends[viewer.id] = Head.Friendship(
                visibleFrom: Instant(seconds: 0), isClose: audience == .closeFriends)
        }
        if owner.hasBlocked(viewer) { return nil }
        return owner.audience(ofFriend: viewer.id) ?? audience
    }
}
