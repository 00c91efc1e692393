/// A stretch of time as coarse as its precision: the only form in which a time is exposed.
public struct TimeBucket: Hashable, Sendable {
    public enum Size: UInt8, CaseIterable, Sendable {
        case minute, day, week, month, quarter
    }

    public let size: Size
    /// Counted from 1970 (weeks from the Monday before it, months and quarters from year 0).
    public let index: Int64

    public init(size: Size, index: Int64) {
        self.size = size
        self.index = index
    }

    /// The bucket of an instant that fell on the given local day.
    public init(size: Size, minute: Int64, day: CivilDay) {
        let index: Int64
        switch size {
        case .minute: index = minute
        case .day: index = Int64(day.number)
        case .week: index = Int64(day.number + 3).flooredQuotient(by: 7)
        case .month: index = Self.month(of: day)
        case .quarter: index = Self.month(of: day).flooredQuotient(by: 3)
        }
        self.init(size: size, index: index)
    }

    /// The bucket of a size that ends at the given minute of its calendar.
    public init(size: Size, endingAt endMinute: Int64) {
        let last = endMinute - 1
        self.init(size: size, minute: last, day: CivilDay(number: Int32(clamping: last.flooredQuotient(by: 1440))))
    }

    private static func month(of day: CivilDay) -> Int64 {
        let (year, month, _) = day.date
        return Int64(year * 12 + month - 1)
    }

    public var next: TimeBucket { TimeBucket(size: size, index: index + 1) }

    /// Where the bucket begins, as a minute of the calendar it is counted in.
    ///
    /// That calendar is the buyer's for days and above, UTC for minutes; the value says nothing about the zone.
    public var startMinute: Int64 {
        switch size {
        case .minute: index
        case .day: index * 1440
        case .week: (index * 7 - 3) * 1440
        case .month: Self.minute(ofMonth: index)
        case .quarter: Self.minute(ofMonth: index * 3)
        }
    }

    /// Where the bucket ends, as a minute of the same calendar; the key by which items are sorted.
    public var endMinute: Int64 { next.startMinute }

    private static func minute(ofMonth index: Int64) -> Int64 {
        let year = index.flooredQuotient(by: 12)
        return Int64(CivilDay(validYear: Int(year), month: Int(index - year * 12) + 1, day: 1).number) * 1440
    }
}

extension TimeBucket: CustomStringConvertible {
    /// `2026-11-20T09:14:00Z`, `2026-11-20`, `2026-W47` (ISO 8601), `2026-11`, `2026-Q4`.
    public var description: String {
        switch size {
        case .minute: return Instant(seconds: index * 60).description
        case .day: return CivilDay(number: Int32(clamping: index)).description
        case .week:
            // The ISO year of a week is the year of its Thursday, which is day 7·index of the count from 1970.
            let thursday = CivilDay(number: Int32(clamping: index * 7))
            let year = thursday.date.year
            let first = CivilDay(validYear: year, month: 1, day: 1)
            return "\(year.padded(4))-W\((Int(thursday.number - first.number) / 7 + 1).padded(2))"
        case .month:
            let year = index.flooredQuotient(by: 12)
            return "\(Int(year).padded(4))-\((Int(index - year * 12) + 1).padded(2))"
        case .quarter:
            let year = index.flooredQuotient(by: 4)
            return "\(Int(year).padded(4))-Q\(Int(index - year * 4) + 1)"
        }
    }
}
