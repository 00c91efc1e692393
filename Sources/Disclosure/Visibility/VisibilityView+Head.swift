import Domain
import PolicyEngine

extension VisibilityView {
    init(
        head: Head, rulebook: Rulebook, now: Instant, closeFriends: [String], blocks: [String], mutes: [String],
        friends: [String: Instant]
    ) {
        let policy = rulebook.policy
        let consent = head.consent
        sharing = Sharing(on: consent.sharing != nil, since: consent.sharing?.since.description)
        var classes: [String: OptIn] = [:]
        for known in policy.classes where known.tier == .coarsen || known.tier == .ownerDecides {
            classes[known.id] = OptIn(
                name: known.name, tier: known.tier.name, optedIn: consent.classes[known.code] != nil)
        }
        self.classes = classes
        var levels: [String: [String: String]] = [:]
        for setting in Consent.Setting.all {
            levels[setting.audience.name, default: [:]][setting.tier.name] =
                (consent.choices[setting]?.level ?? .nothing).rawValue
        }
        self.levels = levels
        let current = consent.privateSpans.last { $0.from <= now && now < $0.until }
        privateMode = PrivateMode(
            on: current != nil,
            until: current.flatMap { $0.until == Consent.distantFuture ? nil : $0.until.description })
        self.closeFriends = closeFriends
        self.blocks = blocks
        self.mutes = mutes
        friendsSeeFrom = friends.mapValues(\.description)
        self.policy = policy.revision
    }
}
