/// An amount in minor units (cents, fen) of a currency.
public struct Money: Hashable, Sendable {
    /// The largest amount that is taken, in minor units: far above any purchase, far below overflow.
    public static let maximumMinorUnits: Int64 = 1_000_000_000_000

    public let minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Reads a decimal in major units, exactly: `19.90` CNY is 1,990 fen.
    ///
    /// Nothing, when the text is no plain decimal, is negative, is above the maximum, or has more decimals
    /// (other than trailing zeros) than the currency.
    public init?(majorUnits text: some StringProtocol, currency: Currency) {
        var units: Int64 = 0
        var decimals = 0
        var seenPoint = false
        var seenDigit = false
        for byte in String(text).utf8 {
            if byte == 0x2E, !seenPoint {
                seenPoint = true
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            let digit = Int64(byte - 0x30)
            seenDigit = true
            if seenPoint {
                decimals += 1
                if decimals > currency.decimals {
                    guard digit == 0 else { return nil }
                    continue
                }
            }
            units = units * 10 + digit
            guard units <= Self.maximumMinorUnits else { return nil }
        }
        guard seenDigit else { return nil }
        for _ in 0..<max(0, currency.decimals - decimals) {
            units *= 10
        }
        guard units <= Self.maximumMinorUnits else { return nil }
        self.init(minorUnits: units, currency: currency)
    }
}
