public import Disclosure
public import Domain
public import PolicyEngine

/// Decides with a candidate beside the policy in force, and only reports.
///
/// Changes no answer and keeps no list. Of an epoch it reports once it has ended; of epochs that ended while nothing ran,
/// the last is made up for, since what is counted is what there is now.
public struct Shadow: Sendable {
    private let point: EnforcementPoint
    private let candidate: Policy
    private let clock: any WallClock

    public init(point: EnforcementPoint, candidate: Policy, clock: any WallClock) {
        self.point = point
        self.candidate = candidate
        self.clock = clock
    }

    /// The epoch that ended last, in UTC, by the policy in force.
    var endedEpoch: TimeBucket {
        let now = clock.now
        let current = TimeBucket(size: point.rulebook.policy.release.epoch, minute: now.minutes, day: now.day)
        return TimeBucket(size: current.size, index: current.index - 1)
    }

    /// The report of the epoch that ended last, or nothing when the log has it for these revisions.
    ///
    /// Meant for a task of low priority: it goes over everybody, lets others run after each, and may be cancelled.
    public func dueReport(after log: ShadowLog) async throws -> ShadowReport? {
        let policy = point.rulebook.policy
        let epoch = endedEpoch
        if log.contains(epoch: epoch.description, live: policy.revision, shadow: candidate.revision) { return nil }
        let consequences = try await point.consequences(of: candidate)
        // A policy loaded in the meantime has a report of its own, the next time.
        guard consequences.before == policy.revision else { return nil }
        return ShadowReport(consequences, epoch: epoch, k: policy.k)
    }
}
