import Domain
import Testing
import VitrineTesting

struct TimeBucketTests {
    private static func bucket(_ size: TimeBucket.Size, _ day: CivilDay) -> TimeBucket {
        TimeBucket(size: size, minute: Int64(day.number) * 1440 + 754, day: day)
    }

    private static func day(_ text: String) -> CivilDay? { Instant("\(text)T00:00:00Z")?.day }

    /// ISO 8601 as the standard words it: the first week has the year's first Thursday in it, weeks begin on Monday.
    private static func isoWeek(_ day: CivilDay) -> String {
        let weekday = (Int(day.number) % 7 + 7 + 3) % 7
        let thursday = CivilDay(number: day.number - Int32(weekday) + 3)
        var week = 1
        var earlier = CivilDay(number: thursday.number - 7)
        while earlier.date.year == thursday.date.year {
            week += 1
            earlier = CivilDay(number: earlier.number - 7)
        }
        return "\(thursday.date.year)-W\(week < 10 ? "0" : "")\(week)"
    }

    @Test func `weeks are those of ISO 8601, for eighty years`() throws {
        let first = try #require(Self.day("1965-01-01")).number
        for number in first..<first + 29_220 {
            let day = CivilDay(number: number)
            guard Self.bucket(.week, day).description == Self.isoWeek(day) else {
                Issue.record("\(day)")
                return
            }
        }
    }

    @Test(arguments: [
        ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2026-01-01", "2026-W01"),
        ("2025-12-29", "2026-W01"), ("2027-01-03", "2026-W53"), ("2026-11-20", "2026-W47"), ("2018-12-31", "2019-W01"),
    ])
    func `a week at the edge of a year belongs to the year of its Thursday`(day: String, week: String) throws {
        #expect(Self.bucket(.week, try #require(Self.day(day))).description == week)
    }

    @Test(arguments: [
        ("2026-01-01", "2026-01", "2026-Q1"), ("2026-03-31", "2026-03", "2026-Q1"),
        ("2026-04-01", "2026-04", "2026-Q2"),
        ("2026-11-20", "2026-11", "2026-Q4"), ("2026-12-31", "2026-12", "2026-Q4"),
        ("1969-12-31", "1969-12", "1969-Q4"),
    ])
    func `months and quarters are those of the calendar`(day: String, month: String, quarter: String) throws {
        let day = try #require(Self.day(day))
        #expect(Self.bucket(.month, day).description == month)
        #expect(Self.bucket(.quarter, day).description == quarter)
        #expect(Self.bucket(.day, day).description == day.description)
    }

    @Test func `a minute shows as the instant at which it begins`() {
        #expect(TimeBucket(size: .minute, index: 1).description == "1970-01-01T00:01:00Z")
    }

    @Test(arguments: TimeBucket.Size.allCases)
    func `buckets follow one another without a gap`(size: TimeBucket.Size) throws {
        var bucket = Self.bucket(size, try #require(Self.day("1968-12-30")))
        for _ in 0..<1_000 {
            #expect(bucket.endMinute == bucket.next.startMinute)
            #expect(bucket.startMinute < bucket.endMinute)
            bucket = bucket.next
        }
    }

    @Test(arguments: TimeBucket.Size.allCases)
    func `a bucket holds its days, and can be told from its end`(size: TimeBucket.Size) throws {
        let first = try #require(Self.day("1968-12-30")).number
        for number in first..<first + 25_000 {
            let bucket = Self.bucket(size, CivilDay(number: number))
            let minute = Int64(number) * 1440 + 754
            guard bucket.startMinute <= minute, minute < bucket.endMinute,
                TimeBucket(size: size, endingAt: bucket.endMinute) == bucket
            else {
                Issue.record("\(CivilDay(number: number))")
                return
            }
        }
    }

    @Test func `a minute can be told from its end`() {
        var generator = SplitMix64(seed: 60)
        for _ in 0..<2_000 {
            let bucket = TimeBucket(size: .minute, index: Int64.random(in: -9_000_000...60_000_000, using: &generator))
            #expect(TimeBucket(size: .minute, endingAt: bucket.endMinute) == bucket)
        }
    }
}
