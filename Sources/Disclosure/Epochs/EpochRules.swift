package import Domain
package import PolicyEngine

/// What stands between what happened and what is released of it.
///
/// The service runs under ``GuardedEpochs``. Tests of attacks put something weaker in its place, and must then succeed.
package protocol EpochRules: Sendable {
    /// The last epoch whose figures may be released.
    func lastEnded(at now: Instant, _ calendar: EpochCalendar) -> Int64

    /// Whether a purchase counts of which its buyer shows this much to the audiences, one after the other.
    func admits(_ disclosures: [Disclosure]) -> Bool

    /// Whether a friend counts who has been one since an instant.
    func admits(friendSince: Instant, at end: Instant, _ rules: InfluenceRules) -> Bool

    /// Whether a purchase is part of a commission, given how much of it its buyer lets the owner of the shop see.
    func pays(_ seenByOwner: Disclosure) -> Bool

    /// Whether the invitation of a shop counts whose owner the inviter knows, or does not.
    func admits(invitedByKnown isKnown: Bool) -> Bool

    /// What is added to a count of people.
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64
}

/// Figures change at the tick alone; counts are of people who are known and hide nothing, behind noise; a commission is of
/// purchases that the owner of the shop can read anyway.
extension EpochRules {
    package func lastEnded(at now: Instant, _ calendar: EpochCalendar) -> Int64 { calendar.epoch(at: now) - 1 }

    package func admits(_ disclosures: [Disclosure]) -> Bool { disclosures.contains { !$0.isNothing } }

    package func admits(friendSince since: Instant, at end: Instant, _ rules: InfluenceRules) -> Bool {
        since.advanced(bySeconds: Int64(rules.agedDays) * 86_400) <= end
    }

    package func pays(_ seenByOwner: Disclosure) -> Bool {
        seenByOwner.shop == .named && seenByOwner.price == .exact
    }

    package func admits(invitedByKnown isKnown: Bool) -> Bool { isKnown }

    package func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { rules.noise.sample(&bits) }
}

/// The rules of the service: none of them is weakened.
package struct GuardedEpochs: EpochRules {
    package init() {}
}
