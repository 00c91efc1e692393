import Domain
import Testing

struct CivilDayTests {
    /// One day after another, counted by hand: nothing but month lengths and the rule of leap years.
    private struct Count {
        var year = 1600
        var month = 1
        var day = 1

        mutating func step() {
            let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test func `dates and day numbers are one another's inverse for six hundred years`() throws {
        var count = Count()
        let first = try #require(CivilDay(year: 1600, month: 1, day: 1)).number
        for number in first..<first + 219_150 {
            let day = CivilDay(number: number)
            let (year, month, dayOfMonth) = day.date
            guard (year, month, dayOfMonth) == (count.year, count.month, count.day),
                CivilDay(year: year, month: month, day: dayOfMonth) == day
            else {
                Issue.record("\(day)")
                return
            }
            count.step()
        }
    }

    @Test func `the count begins in 1970`() {
        #expect(CivilDay(number: 0).description == "1970-01-01")
        #expect(CivilDay(number: -1).description == "1969-12-31")
        #expect(CivilDay(number: 20_777).description == "2026-11-20")
        #expect(CivilDay(number: 1).startInUTC == Instant(seconds: 86_400))
    }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
        (2026, 1, 32), (-1, 1, 1), (10_000, 1, 1),
    ])
    func `days that there are not are refused`(year: Int, month: Int, day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [2000, 2024, 2400]) func `leap years have a twenty-ninth of February`(year: Int) {
        #expect(CivilDay(year: year, month: 2, day: 29) != nil)
    }
}
