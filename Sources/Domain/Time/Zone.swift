import Foundation

/// A time zone of the IANA database, in which a person's purchases fall on days.
public struct Zone: Hashable, Sendable {
    public static let utc = Zone(timeZone: .gmt, identifier: "UTC")

    public let identifier: String
    private let timeZone: TimeZone

    /// Nothing, when this machine knows no such zone.
    public init?(_ identifier: some StringProtocol) {
        let identifier = String(identifier)
        guard identifier.utf8.count <= 64, let timeZone = TimeZone(identifier: identifier) else { return nil }
        self.init(timeZone: timeZone, identifier: identifier)
    }

    private init(timeZone: TimeZone, identifier: String) {
        self.timeZone = timeZone
        self.identifier = identifier
    }

    public static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }
    public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

    /// The day that a clock in this zone shows at an instant.
    public func day(at instant: Instant) -> CivilDay {
        LocalDateTime(secondsFromEpoch: instant.seconds + offset(at: instant)).day
    }

    /// The instant at which a clock in this zone shows the given date and time.
    ///
    /// A time that the zone skips or repeats is read with the offset in force before the change.
    public func instant(of local: LocalDateTime) -> Instant {
        let guess = Instant(seconds: local.secondsFromEpoch)
        let before = offset(at: guess.advanced(bySeconds: -86_400))
        let candidate = Instant(seconds: local.secondsFromEpoch - before)
        if offset(at: candidate) == before { return candidate }
        let after = offset(at: guess.advanced(bySeconds: 86_400))
        let late = Instant(seconds: local.secondsFromEpoch - after)
        return offset(at: late) == after ? late : candidate
    }

    private func offset(at instant: Instant) -> Int64 {
        if identifier == "UTC" { return 0 }
        return Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds))))
    }
}
