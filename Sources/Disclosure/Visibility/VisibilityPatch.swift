public import Domain
public import PolicyEngine

/// A change of who may see what, as its owner asks for it; what is not named stays.
public struct VisibilityPatch: Sendable {
    /// Members to add to and to take from a list.
    public struct ListChange: Sendable, Hashable {
        public var add: [Handle]
        public var remove: [Handle]

        public init(add: [Handle] = [], remove: [Handle] = []) {
            self.add = add
            self.remove = remove
        }

        var isEmpty: Bool { add.isEmpty && remove.isEmpty }
    }

    public var consent: ConsentChange
    public var closeFriends: ListChange
    public var blocks: ListChange
    public var mutes: ListChange
    /// From when on what was released is shown to a friend.
    public var friendsSeeFrom: [Handle: Instant]

    public init(
        consent: ConsentChange = ConsentChange(), closeFriends: ListChange = ListChange(),
        blocks: ListChange = ListChange(),
        mutes: ListChange = ListChange(), friendsSeeFrom: [Handle: Instant] = [:]
    ) {
        self.consent = consent
        self.closeFriends = closeFriends
        self.blocks = blocks
        self.mutes = mutes
        self.friendsSeeFrom = friendsSeeFrom
    }
}
