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
    ///
    /// Sealing everything anew moves it to segments that were never used; `base` is the number of the first of them.
    struct Ledger: Hashable {
        var slots: UInt32 = 0
        var counters: [WriteCounter] = []
        var base: UInt32 = 0

        /// The segments that there are.
        var segments: Range<Int> { Int(base)..<Int(base) + counters.count }
        /// The slots that were given out.
        var ordinals: Range<UInt32> { base * UInt32(Segment.capacity)..<slots }

        /// The write counter of a segment, or nothing when there is no such segment.
        func counter(of segment: Int) -> WriteCounter? {
            segments.contains(segment) ? counters[segment - Int(base)] : nil
        }

        /// Raises the write counter of a segment and returns it.
        mutating func raiseCounter(of segment: Int, in era: UInt32) -> WriteCounter {
            let raised = counters[segment - Int(base)].raised(in: era)
            counters[segment - Int(base)] = raised
            return raised
        }

        /// Room for so many facts, in segments that were never used.
        func moved(count: Int) -> Ledger {
            let base = base + UInt32(counters.count)
            let segments = (count + Segment.capacity - 1) / Segment.capacity
            return Ledger(
                slots: base * UInt32(Segment.capacity) + UInt32(count),
                counters: Array(repeating: .zero, count: segments), base: base)
        }
    }

    let id: PersonID
    let handle: Handle
    var name: String
    var zone: Zone
    var isMinor: Bool
    var consent = Consent()
    var friends: [PersonID: Friendship] = [:]
    /// Those whom the platform tells as friends while this person has blocked them.
    ///
    /// A block takes the friendship out of ``friends`` on both sides, as unfriending does; the other side keeps no trace.
    /// Lifting it makes them friends anew.
    var severed: Set<PersonID> = []
    var blocks = NamedPeople()
    var mutes = NamedPeople()
    var open = Ledger()
    var withheld = Ledger()
    /// Raised by every write; a consistency token names it.
    var generation: UInt64 = 0
    /// How many entries the visibility history has.
    var historyCount: UInt32 = 0
    /// The write counter of the shop record; zero while there is none.
    var shopCounter = WriteCounter.zero
    /// The last raise whose hold is noted with the purchases themselves, see ``HoldSettlement``; zero while there is none.
    var settledRaise: UInt64 = 0
    /// The generation of keys that everything of this person was last sealed under as a whole.
    var sealedGeneration: UInt32 = 1

    /// The latest minute of purchases that are gone and whose narrowing could not be kept, see ``Remains/standardLimit``; zero
    /// if there are none.
    ///
    /// Until they would have expired, what is put under unknown keys is hidden.
    var lostRemains: UInt32 = 0

    static let maximumFriends = 5_000
    static let maximumBlocks = 5_000

    init(id: PersonID, handle: Handle, name: String, zone: Zone, isMinor: Bool) {
        self.id = id
        self.handle = handle
        self.name = name
        self.zone = zone
        self.isMinor = isMinor
    }

    /// How many places were given out to purchases sealed as withheld.
    var withheldSlots: Int { Int(withheld.slots) }

    /// About how many bytes of memory it takes.
    var size: Int { Self.leastSize + 48 * friends.count + 16 * severed.count + 64 * (blocks.count + mutes.count) }

    static let leastSize = 1 << 10

    /// Whether nothing but where the own records lie, and how often they were written, tells it from an earlier state.
    func faces(like former: Head) -> Bool {
        var (mine, theirs) = (self, former)
        mine.forgetOwn()
        theirs.forgetOwn()
        return mine == theirs
    }

    private mutating func forgetOwn() {
        (open, withheld) = (Ledger(), Ledger())
        (generation, historyCount, settledRaise, sealedGeneration, lostRemains) = (0, 0, 0, 0, 0)
    }

    /// Whether it names the very purchases that an earlier state named, under the same holds.
    func keepsPurchases(of former: Head) -> Bool {
        ledgers == former.ledgers && settledRaise == former.settledRaise
    }

    private var ledgers: [Ledger] { [open, withheld] }

    func hasBlocked(_ other: Head) -> Bool { blocks.contains(other.id, other.handle) }

    /// Whether both have each other as a friend, and neither has blocked the other.
    ///
    /// Records of earlier versions keep a friendship beside a block, so one side alone does not tell.
    func isFriend(of other: Head) -> Bool {
        friends[other.id] != nil && other.friends[id] != nil && !hasBlocked(other) && !other.hasBlocked(self)
    }

    /// The audience that a friend is in; nothing for whoever is none.
    func audience(ofFriend viewer: PersonID) -> Audience? {
        friends[viewer].map { $0.isClose ? .closeFriends : .friends }
    }

    /// Whether a common friend makes the viewer a friend of a friend.
    func isLinked(to viewer: Head, by link: Head) -> Bool { isFriend(of: link) && viewer.isFriend(of: link) }
}
