import Domain

extension BoardStanding {
    /// Whether it holds anything that a shop without one does not.
    var tellsAnything: Bool {
        visitorBand > 0 || buyerBand > 0 || invitationBand > 0 || !goods.isEmpty || !settlements.isEmpty
            || !remainders.isEmpty || isOnBoard || inviter != nil
    }

    /// Notes what was reached for the first time.
    mutating func noteMilestones(at tick: Instant) {
        if buyerBand > peakBand {
            peakBand = buyerBand
            milestones.append(Milestone(kind: .buyers, value: buyerBand, at: tick))
        }
        if tier > Int(peakTier) {
            peakTier = UInt8(clamping: tier)
            milestones.append(Milestone(kind: .tier, value: peakTier, at: tick))
        }
        milestones = milestones.suffix(Self.maximumMilestones)
    }
}
