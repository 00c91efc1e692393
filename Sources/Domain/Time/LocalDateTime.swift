/// A date and time of day as somebody's clock showed it, without an offset.
public struct LocalDateTime: Hashable, Sendable {
    /// Seconds from 1970-01-01T00:00:00 on the same clock.
    public let secondsFromEpoch: Int64

    public init(secondsFromEpoch: Int64) {
        self.secondsFromEpoch = secondsFromEpoch
    }

    /// Reads `2026-10-31T12:30[:15[.123]]` (or a blank for the `T`), with an offset (`Z`, `+08:00`) or none.
    ///
    /// Fractions of a second are dropped, as the instants of this system are whole seconds.
    public static func parse(_ text: some StringProtocol) -> (local: LocalDateTime, offsetInSeconds: Int?)? {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip(0x2D), let month = reader.number(2), reader.skip(0x2D),
            let dayOfMonth = reader.number(2), let day = CivilDay(year: year, month: month, day: dayOfMonth),
            reader.skip(0x54) || reader.skip(0x20),
            let hour = reader.number(2), hour < 24, reader.skip(0x3A), let minute = reader.number(2), minute < 60
        else { return nil }
        var second = 0
        if reader.skip(0x3A) {
            guard let read = reader.number(2), read < 60 else { return nil }
            second = read
            if reader.skip(0x2E) {
                guard reader.skipDigits() else { return nil }
            }
        }
        var offset: Int?
        if reader.skip(0x5A) {
            offset = 0
        } else if let sign = reader.sign() {
            guard let hours = reader.number(2), hours < 24, reader.skip(0x3A), let minutes = reader.number(2),
                minutes < 60
            else {
                return nil
            }
            offset = sign * (hours * 3600 + minutes * 60)
        }
        guard reader.isAtEnd else { return nil }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        return (LocalDateTime(secondsFromEpoch: seconds), offset)
    }

    public var day: CivilDay { CivilDay(number: Int32(clamping: secondsFromEpoch.flooredQuotient(by: 86_400))) }
}

extension LocalDateTime: CustomStringConvertible {
    public var description: String {
        let second = Int(secondsFromEpoch - Int64(day.number) * 86_400)
        return "\(day)T\((second / 3600).padded(2)):\((second / 60 % 60).padded(2)):\((second % 60).padded(2))"
    }
}

/// Reads fixed runs of digits off a text.
private struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += count
        return value
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position > start
    }

    mutating func sign() -> Int? {
        if skip(0x2B) { return 1 }
        if skip(0x2D) { return -1 }
        return nil
    }
}
