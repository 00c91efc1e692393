import Domain
import PolicyEngine

/// Which epoch is closed, and when it began and ended.
struct EpochMoment {
    let epoch: Int64
    let begin: Instant
    let end: Instant
    let release: ReleaseCalendar

    /// Whether a monthly tick falls on this one: buyers are counted then and at no other time.
    ///
    /// A purchase whose month is all that is shown of its time must not be told by the day on which a figure moves.
    var isMonthTick: Bool { release.monthTick(after: begin) <= end }

    /// The first monthly tick afterwards.
    var nextMonthTick: Instant { release.monthTick(after: end) }
}
