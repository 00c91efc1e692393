public import Domain
public import PolicyEngine

/// Numbers the epochs: which one an instant falls in, and when one is over.
///
/// All are in UTC, the same for everybody.
public struct EpochCalendar: Sendable, Equatable {
    public let size: TimeBucket.Size

    public init(_ calendar: ReleaseCalendar) {
        size = calendar.epoch
    }

    /// The epoch that an instant falls in.
    public func epoch(at instant: Instant) -> Int64 {
        TimeBucket(size: size, minute: instant.minutes, day: instant.day).index
    }

    /// The instant at which an epoch is over, and its tick is due.
    public func end(of epoch: Int64) -> Instant {
        Instant(seconds: TimeBucket(size: size, index: epoch).endMinute * 60)
    }

    /// An epoch as it is shown: `2026-01-05`, or `2026-W02`.
    public func name(of epoch: Int64) -> String { TimeBucket(size: size, index: epoch).description }
}
