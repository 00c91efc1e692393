import Domain
import PolicyEngine
import Testing

struct ReleaseCalendarTests {
    let calendar = ReleaseCalendar(
        settleHours: [.minute: 0, .day: 36, .week: 48, .month: 72, .quarter: 120], raiseHold: 2, epoch: .day)

    private func bucket(_ size: TimeBucket.Size, _ year: Int, _ month: Int, _ day: Int) throws -> TimeBucket {
        TimeBucket(size: size, minute: 0, day: try #require(CivilDay(year: year, month: month, day: day)))
    }

    private func instant(_ text: String) throws -> Instant {
        try #require(Instant(text))
    }

    @Test func `a month is released at the first midnight after it ended in the last zone and settled`() throws {
        // October ends at UTC-12 on November 1st at 12:00Z; 72 hours later it is November 4th, 12:00Z.
        let october = try bucket(.month, 2026, 10, 31)
        #expect(calendar.tick(of: october) == (try instant("2026-11-05T00:00:00Z")))
        let received = try instant("2026-10-31T09:00:00Z")
        #expect(calendar.release(of: october, receivedAt: received) == (try instant("2026-11-05T00:00:00Z")))
    }

    @Test func `a tick that falls on midnight is not put off`() throws {
        // A day ends at UTC-12 at noon of the next; 36 hours later it is midnight.
        let day = try bucket(.day, 2026, 11, 20)
        #expect(calendar.tick(of: day) == (try instant("2026-11-23T00:00:00Z")))
    }

    @Test(arguments: [
        (TimeBucket.Size.day, "2026-11-23T00:00:00Z"), (.week, "2026-11-26T00:00:00Z"),
        (.month, "2026-12-05T00:00:00Z"),
        (.quarter, "2027-01-07T00:00:00Z"),
    ])
    func `every size has its tick`(_ size: TimeBucket.Size, _ tick: String) throws {
        #expect(calendar.tick(of: try bucket(size, 2026, 11, 20)) == (try instant(tick)))
    }

    @Test func `what comes after its tick waits for the next tick of its own size`() throws {
        let october = try bucket(.month, 2026, 10, 3)
        let late = try instant("2026-11-05T00:00:00Z")
        #expect(calendar.release(of: october, receivedAt: late) == (try instant("2026-12-05T00:00:00Z")))
        let veryLate = try instant("2028-02-29T12:00:00Z")
        #expect(calendar.release(of: october, receivedAt: veryLate) == (try instant("2028-03-05T00:00:00Z")))
    }

    @Test func `a bucket that lies ahead is released at its own tick`() throws {
        let bucket = try bucket(.week, 2030, 5, 5)
        #expect(
            calendar.release(of: bucket, receivedAt: try instant("2026-11-05T00:00:00Z")) == calendar.tick(of: bucket))
    }

    @Test func `a minute is released at the next whole minute`() throws {
        let received = try instant("2026-11-20T09:14:30Z")
        let bucket = TimeBucket(size: .minute, index: received.minutes)
        #expect(calendar.release(of: bucket, receivedAt: received) == (try instant("2026-11-20T09:15:00Z")))
        let onTheMinute = try instant("2026-11-20T09:20:00Z")
        #expect(calendar.release(of: bucket, receivedAt: onTheMinute) == (try instant("2026-11-20T09:21:00Z")))
    }

    @Test(arguments: Seeds.fresh(6))
    func `nothing appears at intake, nothing before its bucket ends, and later intake is never released earlier`(
        _ seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed)
        let start = try instant("2026-01-01T00:00:00Z")
        for size in TimeBucket.Size.allCases {
            for _ in 0..<60 {
                let bought = start.advanced(bySeconds: Int64.random(in: 0...80_000_000, using: &generator))
                let bucket = TimeBucket(size: size, minute: bought.minutes, day: bought.day)
                var last = Instant(seconds: 0)
                for wait in (0..<12).map({ _ in Int64.random(in: 0...40_000_000, using: &generator) }).sorted() {
                    let received = bought.advanced(bySeconds: wait)
                    let release = calendar.release(of: bucket, receivedAt: received)
                    #expect(release > received, "seed \(seed)")
                    #expect(release >= calendar.tick(of: bucket), "seed \(seed)")
                    #expect(release >= last, "seed \(seed)")
                    #expect(size == .minute || release.seconds.isMultiple(of: 86_400), "seed \(seed)")
                    last = release
                }
            }
        }
    }

    @Test func `months are counted from tick to tick`() throws {
        let october = try bucket(.month, 2026, 10, 3)
        #expect(calendar.ageInMonths(of: october, at: try instant("2026-10-03T12:00:00Z")) == 0)
        #expect(calendar.ageInMonths(of: october, at: try instant("2026-11-30T12:00:00Z")) == 0)
        #expect(calendar.ageInMonths(of: october, at: try instant("2026-12-04T23:59:59Z")) == 0)
        #expect(calendar.ageInMonths(of: october, at: try instant("2026-12-05T00:00:00Z")) == 1)
        #expect(calendar.ageInMonths(of: october, at: try instant("2027-11-20T00:00:00Z")) == 12)
    }

    @Test func `the monthly tick after an instant is the next one`() throws {
        #expect(calendar.monthTick(after: try instant("2026-11-04T23:59:59Z")) == (try instant("2026-11-05T00:00:00Z")))
        #expect(calendar.monthTick(after: try instant("2026-11-05T00:00:00Z")) == (try instant("2026-12-05T00:00:00Z")))
    }
}
