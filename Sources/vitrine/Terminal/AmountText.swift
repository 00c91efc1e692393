import Domain

/// An amount for a terminal: `19.90 CNY`.
enum AmountText {
    static func text(_ minorUnits: Int64, currency code: String) -> String {
        let decimals = Currency(code)?.decimals ?? 2
        guard decimals > 0 else { return "\(minorUnits) \(code)" }
        let digits = String(minorUnits)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(padded.dropLast(decimals)).\(padded.suffix(decimals)) \(code)"
    }
}
