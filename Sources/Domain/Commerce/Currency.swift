/// A currency of ISO 4217, with the number of its decimals.
public struct Currency: Hashable, Sendable {
    /// Three upper-case letters.
    public let code: String

    /// Nothing, unless the text is three upper-case Latin letters.
    public init?(_ code: some StringProtocol) {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        self.code = String(code)
    }

    /// How many decimals a major unit has (ISO 4217:2015, table A.1).
    public var decimals: Int {
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF",
            "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }
}
