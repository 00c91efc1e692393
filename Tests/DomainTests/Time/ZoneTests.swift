import Domain
import Testing
import VitrineTesting

struct ZoneTests {
    @Test(arguments: [
        ("Asia/Shanghai", "2026-07-01T08:00", "2026-07-01T00:00:00Z"),
        ("Asia/Shanghai", "2026-01-01T00:00", "2025-12-31T16:00:00Z"),
        ("Europe/Paris", "2026-01-15T12:00", "2026-01-15T11:00:00Z"),
        ("Europe/Paris", "2026-07-15T12:00", "2026-07-15T10:00:00Z"),
        // The clocks jump from 02:00 to 03:00; half past two never is, and is read as winter time.
        ("Europe/Paris", "2026-03-29T01:59", "2026-03-29T00:59:00Z"),
        ("Europe/Paris", "2026-03-29T02:30", "2026-03-29T01:30:00Z"),
        ("Europe/Paris", "2026-03-29T03:00", "2026-03-29T01:00:00Z"),
        // Half past two comes twice, and is read as summer time.
        ("Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30:00Z"),
        ("Europe/Paris", "2026-10-25T03:00", "2026-10-25T02:00:00Z"),
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30:00Z"),
        ("America/New_York", "2026-03-08T03:00", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z"),
        ("America/New_York", "2026-11-01T02:00", "2026-11-01T07:00:00Z"),
        ("UTC", "2026-03-29T02:30", "2026-03-29T02:30:00Z"),
    ])
    func `a local time is the instant at which a clock there shows it`(
        zone: String, local: String, instant: String
    ) throws {
        let zone = try #require(Zone(zone))
        #expect(zone.instant(of: try #require(LocalDateTime.parse(local)).local) == Instant(instant))
    }

    @Test(arguments: [
        ("Asia/Shanghai", "2026-11-19T16:00:00Z", "2026-11-20"),
        ("Asia/Shanghai", "2026-11-19T15:59:59Z", "2026-11-19"),
        ("America/New_York", "2026-11-20T04:59:59Z", "2026-11-19"),
        ("America/New_York", "2026-11-20T05:00:00Z", "2026-11-20"), ("UTC", "2026-11-20T00:00:00Z", "2026-11-20"),
        ("Pacific/Kiritimati", "2026-11-20T10:00:00Z", "2026-11-21"),
    ])
    func `a day is the one on the calendar there`(zone: String, instant: String, day: String) throws {
        #expect(try #require(Zone(zone)).day(at: try #require(Instant(instant))).description == day)
    }

    @Test(arguments: ["Europe/Paris", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "UTC"])
    func `an instant of a local time lies on its day, but for times that a zone skips`(identifier: String) throws {
        let zone = try #require(Zone(identifier))
        var generator = SplitMix64(seed: 2026)
        for _ in 0..<1_000 {
            let local = LocalDateTime(secondsFromEpoch: Int64.random(in: 0...2_500_000_000, using: &generator))
            #expect(zone.day(at: zone.instant(of: local)) == local.day, "\(local)")
        }
    }

    @Test(arguments: ["", "Mars/Phobos", "../etc/passwd", String(repeating: "A", count: 65)])
    func `a zone that this machine does not know is none`(identifier: String) {
        #expect(Zone(identifier) == nil)
    }
}
