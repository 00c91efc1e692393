import Domain

/// All that the model remembers: what was said, never what the service makes of it.
///
/// It is deliberately unlike the service: no lists, no releases worked out at intake, no journal. It knows two things:
/// what was narrowed stays narrowed until its owner widens it, and what nobody agreed to is not shown.
struct ModelState: Sendable {
    struct PersonState: Sendable {
        /// Told apart from everybody who had the handle before.
        var number: Int
        var isMinor = false
        /// Purchases from then on are shared; `nil` shares nothing.
        var since: Instant?
        var optedIn: Set<String> = []
        var levels: [AudienceName: [TierName: LevelName]] = PersonState.defaults
        var privateSpans: [(from: Instant, until: Instant?)] = []
        var blocks: Set<String> = []
        var close: Set<String> = []
        /// From when on each friend sees what is released.
        var friends: [String: Instant] = [:]
        var unblocked: [String: Instant] = [:]
        /// Whether they consented to anything while the wide policy was in force.
        var consentedToWide = false
        /// What the policy that ships sets before an owner says anything.
        static let defaults: [AudienceName: [TierName: LevelName]] = [
            .closeFriends: [.ordinary: .product, .ownerDecides: .category, .coarsen: .hint],
            .friends: [.ordinary: .category, .ownerDecides: .category, .coarsen: .hint],
            .friendsOfFriends: [.ordinary: .nothing, .ownerDecides: .nothing, .coarsen: .nothing],
            .everyone: [.ordinary: .nothing, .ownerDecides: .nothing, .coarsen: .nothing],
        ]

        func isPrivate(at instant: Instant) -> Bool {
            privateSpans.contains { $0.from < instant && ($0.until.map { instant < $0 } ?? true) }
        }
    }

    /// What is remembered by order and line, whoever the buyer is and whether or not there is such a purchase now.
    struct PurchaseState: Sendable {
        var row: PurchaseRow
        /// The number of the person who is the buyer.
        var owner: Int
        var exists = true
        /// When its content was last told.
        var written: Instant
        var word = ItemWord.standard
        var isReturned = false
        var asMinor = false
        var privately = false
    }

    struct ProductState: Sendable {
        var sensitivity: Sensitivity
        var isListed = true
        /// Whether the host deleted it; what comes back under its id is listed.
        var isDeleted = false
        var titleZh: String?
        var shelf: String?
    }

    let start: Instant
    var now: Instant
    var people: [String: PersonState] = [:]
    var purchases: [PurchaseName: PurchaseState] = [:]
    var products: [String: ProductState] = [:]
    var policy = PolicyVariant.base
    var lastNumber = 0
    var lastRestore: Instant?

    init(start: Instant) {
        self.start = start
        now = start
        for id in Goods.all {
            let shelf = Goods.shelves[id] ?? Goods.ordinaryShelf
            products[id] = ProductState(
                sensitivity: id == Goods.box ? .withheld : Goods.sensitivity(ofShelf: shelf),
                titleZh: id == Goods.box ? Goods.tellingTitle : nil, shelf: shelf)
        }
    }

    func instant(ofMinute minute: Int64) -> Instant { start.advanced(bySeconds: minute * 60) }

    /// The audience of an owner that a viewer belongs to.
    func audience(of viewer: String, for owner: String) -> AudienceName {
        guard let person = people[owner] else { return .everyone }
        if person.friends[viewer] != nil { return person.close.contains(viewer) ? .closeFriends : .friends }
        let theirs = people[viewer]?.friends.keys
        let haveCommonFriend = theirs?.contains { person.friends[$0] != nil } ?? false
        return haveCommonFriend ? .friendsOfFriends : .everyone
    }
}
