import Domain
import Testing
import VitrineTesting

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2026-11-20T09:14:05Z", 1_795_166_045),
        ("2026-11-20T17:14:05+08:00", 1_795_166_045), ("2026-11-20T03:44:05-05:30", 1_795_166_045),
        ("2026-11-20T09:14:05.987Z", 1_795_166_045), ("2026-11-20 09:14:05Z", 1_795_166_045),
        ("2026-11-20T09:14Z", 1_795_166_040),
    ])
    func `a time with an offset is read`(text: String, seconds: Int64) {
        #expect(Instant(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-11-20T09:14:05", "2026-11-20T24:00:00Z", "2026-11-20T09:60:00Z", "2026-11-20T09:14:60Z",
        "2026-02-29T00:00:00Z", "2026-11-20T09:14:05z", "2026-11-20T09:14:05+8:00", "2026-11-20T09:14:05+24:00",
        "2026-11-20T09:14:05Z ", "26-11-20T09:14:05Z", "2026-11-20T09:14:05.Z", "+026-11-20T09:14:05Z",
        "2026-11-20T09:14:05+08", "2026/11/20T09:14:05Z",
    ])
    func `other texts are refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `what is written is read again`() {
        var generator = SplitMix64(seed: 1970)
        for _ in 0..<5_000 {
            let instant = Instant(seconds: Int64.random(in: -60_000_000_000...250_000_000_000, using: &generator))
            #expect(Instant(instant.description) == instant, "\(instant)")
        }
    }

    @Test func `minutes and days are rounded down, before 1970 too`() {
        #expect(Instant(seconds: -1).minutes == -1)
        #expect(Instant(seconds: -60).minutes == -1)
        #expect(Instant(seconds: 59).minutes == 0)
        #expect(Instant(seconds: -1).day == CivilDay(number: -1))
        #expect(Instant(seconds: 86_399).day == CivilDay(number: 0))
    }

    @Test(
        arguments: [
            ("2026-10-31T12:30", "2026-10-31T12:30:00", nil), ("2026-10-31 12:30:15", "2026-10-31T12:30:15", nil),
            ("2026-10-31T12:30:15.5Z", "2026-10-31T12:30:15", 0),
            ("2026-10-31T12:30:15+02:00", "2026-10-31T12:30:15", 7_200),
            ("1969-12-31T23:59:59-01:30", "1969-12-31T23:59:59", -5_400),
        ] as [(String, String, Int?)])
    func `a local time keeps what the clock showed`(text: String, shown: String, offset: Int?) throws {
        let parsed = try #require(LocalDateTime.parse(text))
        #expect(parsed.local.description == shown)
        #expect(parsed.offsetInSeconds == offset)
    }
}
