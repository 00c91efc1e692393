import PolicyEngine

/// A person of both worlds, with what they agreed to.
struct PlannedPerson: Hashable, Sendable {
    let handle: String
    let zone: String
    var isSharing = true
    /// When sharing begins; a year before the first moment unless said otherwise.
    var since = "2025-01-01T00:00:00Z"
    /// What close friends, friends, friends of friends and everyone see of ordinary goods.
    var levels: [Level] = [.product, .category, .nothing, .nothing]
    var optedIn: Set<String> = []
    var closeFriends: Set<String> = []
    var blocked: Set<String> = []
    /// The moment at which they take purchases in private.
    var privateMoment: Int?
    /// The moment at which they come of age; until then they are a minor.
    var comesOfAge: Int?
    var shopPicks: [String] = []

    /// The most that anybody may see of their ordinary goods.
    var widest: Level { isSharing ? levels[0] : .nothing }
}
