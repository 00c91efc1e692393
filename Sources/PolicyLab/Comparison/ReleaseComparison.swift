import Domain
import PolicyEngine

/// Compares when two policies release what they disclose.
struct ReleaseComparison {
    let old: Policy
    let new: Policy

    func differences() -> [SettingDifference] {
        TimeBucket.Size.allCases.flatMap(settle)
            + SettingDifference.figure(
                "raiseHold", old.release.raiseHold, new.release.raiseHold, Direction.smallerIsWider) + epoch()
    }

    /// A shorter wait shows everything sooner.
    ///
    /// A longer one is no plain narrowing either: what comes late, between the two ticks, no longer waits for the next
    /// bucket's, and where age suppresses, months end later, so that old purchases stay for longer.
    private func settle(_ size: TimeBucket.Size) -> [SettingDifference] {
        let before = old.release.settleHours[size] ?? 0
        let after = new.release.settleHours[size] ?? 0
        if before == after { return [] }
        // Ticks are midnights; hours that end before the same one make no difference.
        let bucket = TimeBucket(size: size, index: 0)
        let direction: Direction
        var note: String?
        switch (old.release.tick(of: bucket), new.release.tick(of: bucket)) {
        case (let first, let second) where first == second:
            direction = .neutral
            note = "the tick is the same"
        case (let first, let second) where second < first:
            let isMixed = size == .month && new.table.space.ageSteps.count > 1
            direction = isMixed ? .mixed : .wider
            note = isMixed ? "old purchases leave sooner" : nil
        default:
            direction = .mixed
            note = "what comes late may be shown with its own bucket, before the next one's"
        }
        return [SettingDifference(direction, "settle.\(size)", "\(before)", "\(after)", note: note)]
    }

    private func epoch() -> [SettingDifference] {
        let before = old.release.epoch
        let after = new.release.epoch
        if before == after { return [] }
        return [
            SettingDifference(
                .smallerIsWider(before.rawValue, after.rawValue), "epoch", "\(before)", "\(after)")
        ]
    }
}
