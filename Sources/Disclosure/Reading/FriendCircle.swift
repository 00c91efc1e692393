import Domain

/// How a viewer's friends stand to the viewer: good for a friend while that friend's face stands, and as a whole while the
/// viewer's generation does.
final class FriendCircle: Sendable {
    /// A friend who may show something.
    struct Member: Sendable {
        let audience: Audience
        /// What was released before is not shown to this viewer.
        let visibleFrom: Instant
    }

    let viewerGeneration: UInt64
    /// Every friend, in order of their numbers.
    let people: [PersonID]
    let faces: [UInt64]
    /// Nothing for those who are muted, or where one has blocked the other.
    let members: [Member?]

    init(viewerGeneration: UInt64, people: [PersonID], faces: [UInt64], members: [Member?]) {
        self.viewerGeneration = viewerGeneration
        self.people = people
        self.faces = faces
        self.members = members
    }

    static func member(_ owner: Head?, for viewer: Head) -> Member? {
        guard let owner, !owner.hasBlocked(viewer), !viewer.hasBlocked(owner),
            !viewer.mutes.contains(owner.id, owner.handle), let friendship = owner.friends[viewer.id],
            let audience = owner.audience(ofFriend: viewer.id)
        else { return nil }
        return Member(audience: audience, visibleFrom: friendship.visibleFrom)
    }
}
