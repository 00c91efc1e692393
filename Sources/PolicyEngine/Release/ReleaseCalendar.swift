public import Domain

/// From when on an item may be seen, so that its appearing tells no more than its bucket does.
///
/// All ticks are UTC midnights (whole minutes for minute buckets), the same for everybody.
public struct ReleaseCalendar: Sendable, Equatable {
    /// Hours to wait after the bucket has ended everywhere, so that late intake is in before the tick.
    public let settleHours: [TimeBucket.Size: Int]
    /// Month ticks for which the displayed form of a raised class stays suppressed.
    public let raiseHold: Int
    /// The interval at whose tick released aggregates change: a day or a week.
    public let epoch: TimeBucket.Size

    public init(settleHours: [TimeBucket.Size: Int], raiseHold: Int, epoch: TimeBucket.Size) {
        self.settleHours = settleHours
        self.raiseHold = raiseHold
        self.epoch = epoch
    }

    /// A bucket ends last at UTC-12.
    private static let lastZoneSeconds: Int64 = 12 * 3600
    private static let secondsOfDay: Int64 = 86_400

    /// When an item of the bucket is released that came in at the given instant; always later than that instant.
    ///
    /// What comes after its bucket's tick waits for the tick of a later bucket of the same size, among whose items it
    /// then appears.
    public func release(of bucket: TimeBucket, receivedAt: Instant) -> Instant {
        if bucket.size == .minute {
            let nextMinute = Instant(seconds: (receivedAt.minutes + 1) * 60)
            return max(nextMinute, tick(of: bucket))
        }
        // A tick follows the end of its bucket within `wait`, so the ticks of all buckets before `past` have been.
        let wait = settle(bucket.size) + Self.lastZoneSeconds + Self.secondsOfDay
        let past = TimeBucket(size: bucket.size, minute: 0, day: receivedAt.advanced(bySeconds: -wait).day)
        var candidate = TimeBucket(size: bucket.size, index: max(bucket.index, past.index))
        while tick(of: candidate) <= receivedAt { candidate = candidate.next }
        return tick(of: candidate)
    }

    /// The tick at which a bucket's items are released that came in before it.
    public func tick(of bucket: TimeBucket) -> Instant {
        if bucket.size == .minute { return Instant(seconds: bucket.endMinute * 60 + settle(.minute)) }
        let settled = bucket.endMinute * 60 + Self.lastZoneSeconds + settle(bucket.size)
        let (days, rest) = settled.quotientAndRemainder(dividingBy: Self.secondsOfDay)
        return Instant(seconds: (rest > 0 ? days + 1 : days) * Self.secondsOfDay)
    }

    /// The first monthly tick after an instant.
    public func monthTick(after instant: Instant) -> Instant {
        tick(of: lastSettledMonth(at: instant).next)
    }

    /// Until when what looks like something that a raise hid stays suppressed with it: `raiseHold` monthly ticks later.
    public func endOfHold(from instant: Instant) -> Instant {
        (0..<raiseHold).reduce(instant) { end, _ in monthTick(after: end) }
    }

    /// Whole months since the end of a purchase's month; changes at monthly ticks only.
    public func ageInMonths(of month: TimeBucket, at now: Instant) -> Int {
        max(0, Int(lastSettledMonth(at: now).index - month.index))
    }

    /// The last month whose tick has been.
    private func lastSettledMonth(at instant: Instant) -> TimeBucket {
        var month = TimeBucket(size: .month, minute: 0, day: instant.day)
        while tick(of: month) > instant { month = TimeBucket(size: .month, index: month.index - 1) }
        return month
    }

    private func settle(_ size: TimeBucket.Size) -> Int64 {
        Int64(settleHours[size] ?? 0) * 3600
    }
}
