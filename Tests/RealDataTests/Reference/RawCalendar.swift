import Foundation

/// Buckets of days and when they are released, worked out with the calendar of Foundation.
struct RawCalendar {
    struct Bucket {
        var name: String
        /// Seconds since 1970.
        var release: Double
    }

    /// Hours between the end of a bucket on UTC-12 and its tick.
    private static let settle = ["week": 48.0, "month": 72.0]
    private static let hour = 3600.0

    private let calendar: Calendar
    private let received: Double
    private var known: [String: Bucket] = [:]

    init(receivedAt received: Int64) {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        self.calendar = calendar
        self.received = Double(received)
    }

    /// The bucket of a day, `2017-01-31`.
    mutating func bucket(_ day: String, _ size: String) -> Bucket {
        if let bucket = known[day + size] { return bucket }
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let date = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2])) ?? .distantFuture
        let component: Calendar.Component = size == "week" ? .weekOfYear : .month
        var interval = calendar.dateInterval(of: component, for: date)
        while let current = interval, tick(after: current.end, size) <= received {
            interval = calendar.dateInterval(of: component, for: current.end)
        }
        let name: String
        if size == "week" {
            let week = calendar.component(.weekOfYear, from: date)
            name = "\(calendar.component(.yearForWeekOfYear, from: date))-W\(week < 10 ? "0" : "")\(week)"
        } else {
            name = String(day.prefix(7))
        }
        let bucket = Bucket(name: name, release: interval.map { tick(after: $0.end, size) } ?? .infinity)
        known[day + size] = bucket
        return bucket
    }

    /// The first midnight at least the settling time after the last zone on earth has left the bucket.
    private func tick(after end: Date, _ size: String) -> Double {
        let settled = end.timeIntervalSince1970 + (12 + (Self.settle[size] ?? 0)) * Self.hour
        return (settled / (24 * Self.hour)).rounded(.up) * 24 * Self.hour
    }
}
