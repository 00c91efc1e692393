import Domain
import PolicyEngine

/// What is held about a person beside purchases and shop: profile, consent, relations, and where the facts lie.
struct Head: Hashable {
    struct Friendship: Hashable {
        /// What was released before is not shown to this friend.
        var visibleFrom: Instant
        var isClose: Bool
    }

    /// The facts of one key class: how many slots were given out, and the write counter of every segment.
    struct Ledger: Hashable {
        var slots: UInt32 = 0
        var counters: [UInt32] = []
    }

    let id: PersonID
    let handle: Handle
    var name: String
    var zone: Zone
    var isMinor: Bool
    var consent = Consent()
    var friends: [PersonID: Friendship] = [:]
    var blocks: Set<PersonID> = []
    var mutes: Set<PersonID> = []
    var open = Ledger()
    var withheld = Ledger()
    /// Raised by every write; a consistency token names it.
    var generation: UInt64 = 0
    /// How many entries the visibility history has.
    var historyCount: UInt32 = 0
    /// The write counter of the shop record; zero while there is none.
    var shopCounter: UInt32 = 0

    static let maximumFriends = 5_000
    static let maximumBlocks = 5_000

    init(id: PersonID, handle: Handle, name: String, zone: Zone, isMinor: Bool) {
        self.id = id
        self.handle = handle
        self.name = name
        self.zone = zone
        self.isMinor = isMinor
    }

    /// The audience that a viewer is in, or nothing when the viewer is blocked.
    ///
    /// Whether two people who are not friends have a friend in common is asked only when needed.
    func audience(of viewer: PersonID, sharesFriend: () -> Bool) -> Audience? {
        if viewer == id { return .owner }
        if blocks.contains(viewer) { return nil }
        if let friendship = friends[viewer] { return friendship.isClose ? .closeFriends : .friends }
        return sharesFriend() ? .friendsOfFriends : .everyone
    }
}
