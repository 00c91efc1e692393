/// A point of time in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    public let seconds: Int64

    public init(seconds: Int64) {
        self.seconds = seconds
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    public func advanced(bySeconds count: Int64) -> Instant { Instant(seconds: seconds + count) }

    /// Whole minutes since 1970, rounded down.
    public var minutes: Int64 { seconds.flooredQuotient(by: 60) }

    /// The day on which it falls in UTC.
    public var day: CivilDay { CivilDay(number: Int32(clamping: seconds.flooredQuotient(by: 86_400))) }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, to the second.
    public var description: String {
        let text = LocalDateTime(secondsFromEpoch: seconds)
        return "\(text)Z"
    }
}

extension Instant {
    /// Reads RFC 3339 with an offset or `Z`; fractions of a second are dropped.
    public init?(_ text: some StringProtocol) {
        guard let (local, offset) = LocalDateTime.parse(text), let offset else { return nil }
        self.init(seconds: local.secondsFromEpoch - Int64(offset))
    }
}

extension BinaryInteger {
    /// The quotient rounded towards minus infinity.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
