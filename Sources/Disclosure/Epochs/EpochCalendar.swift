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
    public func end(of epoch: Int64) -> Instant { bucket(epoch).end }

    /// An epoch with its size, which does not change when that of later ones does.
    public func bucket(_ epoch: Int64) -> TimeBucket { TimeBucket(size: size, index: epoch) }
}

extension TimeBucket {
    /// The instant at which an epoch is over.
    var end: Instant { Instant(seconds: endMinute * 60) }

    /// An epoch of a record that tells no size: days and weeks are too far apart to be taken for each other.
    init(unsizedEpoch index: Int64) {
        self.init(size: index < 7_000 ? .week : .day, index: index)
    }
}
