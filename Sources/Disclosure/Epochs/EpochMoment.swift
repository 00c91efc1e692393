import Domain
import PolicyEngine

/// Which epoch is closed, and when it began and ended.
struct EpochMoment {
    let epoch: TimeBucket
    /// Where the last one ended: inside this one, when epochs were of another size then.
    let begin: Instant
    let release: ReleaseCalendar
    /// Told apart in the noise from what was released before keys were lost.
    let noiseEra: UInt32

    var end: Instant { epoch.end }

    /// Whether a monthly tick falls on this one: buyers are counted then and at no other time.
    ///
    /// A purchase whose month is all that is shown of its time must not be told by the day on which a figure moves.
    var isMonthTick: Bool { release.monthTick(after: begin) <= end }

    /// The first monthly tick afterwards.
    var nextMonthTick: Instant { release.monthTick(after: end) }
}
