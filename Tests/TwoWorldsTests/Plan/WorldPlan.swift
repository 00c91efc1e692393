/// Two worlds on paper: what both hold, where the second differs, and what is asked in either.
///
/// The second differs from the first only in what the viewer may not see. A plan is a value, so that it can be made
/// smaller.
struct WorldPlan: Sendable {
    /// Whose eyes the worlds are looked at with, and a second reader beside them.
    static let viewer = "vera"
    static let companion = "uma"

    let seed: UInt64
    /// Whether the worlds are kept in files rather than in memory.
    let usesFiles: Bool
    var people: [PlannedPerson]
    var friendships: [Friendship]
    var purchases: [PlannedPurchase]
    var requests: [PlannedRequest]
    /// Who may not tell the worlds apart.
    let deceived: Set<String>

    struct Friendship: Hashable, Sendable {
        let one: String
        let other: String
    }

    var hidden: [PlannedPurchase] { purchases.filter { $0.presence == .onlyInSecond } }

    /// The same without some people, and without what hangs on them.
    func keeping(_ kept: [PlannedPerson]) -> WorldPlan {
        let handles = Set(kept.map(\.handle))
        var plan = self
        plan.people = kept
        plan.friendships.removeAll { !handles.contains($0.one) || !handles.contains($0.other) }
        plan.purchases.removeAll { !handles.contains($0.owner) || $0.shop.map { !handles.contains($0) } ?? false }
        plan.requests.removeAll { !handles.contains($0.asker) }
        return plan
    }
}
