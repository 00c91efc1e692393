/// A currency, by a code of the form that ISO 4217 gives them, with the number of its decimals.
public struct Currency: Hashable, Sendable {
    /// Three upper-case letters.
    public let code: String

    /// `nil` unless the text is three upper-case Latin letters; see ``init(active:)`` for what people write.
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

extension Currency {
    /// The codes that are in use, without those of metals, funds of the IMF, and tests (ISO 4217 list one, 2025-09).
    private static let activeCodes = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
        CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
        GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
        KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
        NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
        SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW
        UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Codes that people write for a currency that has another one.
    private static let usualMistakes = [
        "RMB": "CNY", "CNH": "CNY", "YUA": "CNY", "NTD": "TWD", "NTS": "TWD", "UKP": "GBP", "STG": "GBP",
        "EURO": "EUR", "YEN": "JPY", "WON": "KRW", "RUR": "RUB", "BYR": "BYN", "TRL": "TRY", "MXP": "MXN",
        "ROL": "RON", "PLZ": "PLN", "VEF": "VES", "GHC": "GHS", "HRK": "EUR", "DEM": "EUR", "FRF": "EUR",
        "ITL": "EUR", "ESP": "EUR", "NLG": "EUR", "CUC": "CUP", "ANG": "XCG", "SLL": "SLE", "ZWL": "ZWG",
        "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "元": "CNY",
    ]

    /// A currency that may be written from now on; `nil` unless the code is in use.
    ///
    /// ``init(_:)`` reads what was stored before, whatever its code.
    public init?(active code: some StringProtocol) {
        guard Self.activeCodes.contains(String(code)) else { return nil }
        self.init(code)
    }

    /// The code that was probably meant by one that is not in use; `nil` if there is none.
    public static func suggestion(for code: some StringProtocol) -> String? {
        let written = code.uppercased()
        return usualMistakes[written] ?? (activeCodes.contains(written) ? written : nil)
    }

    /// What is expected instead of the code that was written, for a message.
    public static func expectation(for code: some StringProtocol) -> String {
        let hint = suggestion(for: code).map { "; did you mean `\($0)`?" } ?? ""
        return "expected a currency of ISO 4217, as `CNY` or `EUR`\(hint)"
    }
}
