import Domain
import Testing
import VitrineTesting

struct MoneyTests {
    @Test(arguments: [
        ("19.90", "CNY", 1_990), ("19.9", "CNY", 1_990), ("19", "CNY", 1_900), ("0", "EUR", 0), ("0.01", "EUR", 1),
        ("0.10", "EUR", 10), ("007", "EUR", 700), ("1.2300000", "USD", 123), ("1200", "JPY", 1_200),
        ("1200.0", "JPY", 1_200), ("1200.00", "JPY", 1_200), ("1.234", "KWD", 1_234), ("1.2", "KWD", 1_200),
        ("1.2340", "KWD", 1_234), ("1.2345", "CLF", 12_345), ("10000000000.00", "EUR", 1_000_000_000_000),
        ("1000000000000", "JPY", 1_000_000_000_000),
    ])
    func `a decimal is read exactly`(text: String, code: String, minorUnits: Int64) throws {
        let currency = try #require(Currency(code))
        #expect(Money(majorUnits: text, currency: currency) == Money(minorUnits: minorUnits, currency: currency))
    }

    @Test(arguments: [
        ("", "EUR"), (".", "EUR"), ("-1", "EUR"), ("+1", "EUR"), ("1,50", "EUR"), ("1.2.3", "EUR"), ("1e3", "EUR"),
        (" 1", "EUR"), ("1 ", "EUR"), ("１", "EUR"), ("0x10", "EUR"), ("NaN", "EUR"), ("1.001", "EUR"), ("1.5", "JPY"),
        ("1.2345", "KWD"), ("10000000000.01", "EUR"), ("10000000001", "EUR"), ("1000000000001", "JPY"),
        ("99999999999999999999999999", "EUR"),
    ])
    func `what is no plain amount of the currency is refused`(text: String, code: String) throws {
        #expect(Money(majorUnits: text, currency: try #require(Currency(code))) == nil)
    }

    @Test(arguments: ["JPY", "EUR", "KWD", "UYW"], [0x5EED as UInt64])
    func `what is written out is read back`(code: String, seed: UInt64) throws {
        let currency = try #require(Currency(code))
        var generator = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let units = Int64.random(in: 0...Money.maximumMinorUnits, using: &generator)
            let digits = String(units)
            let padded = String(repeating: "0", count: max(0, currency.decimals + 1 - digits.count)) + digits
            let text =
                currency.decimals == 0
                ? padded : "\(padded.dropLast(currency.decimals)).\(padded.suffix(currency.decimals))"
            #expect(Money(majorUnits: text, currency: currency)?.minorUnits == units, "seed \(seed), \(text)")
        }
    }

    @Test(arguments: ["", "EU", "EURO", "eur", "E1R", "ÉUR"])
    func `a currency is three upper-case letters`(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test(arguments: [
        ("RMB", "CNY"), ("NTD", "TWD"), ("cny", "CNY"), ("HRK", "EUR"), ("XYZ", nil), ("XTS", nil), ("XAU", nil),
        ("", nil),
    ])
    func `only currencies in use are taken, with a hint at what was meant`(code: String, suggestion: String?) {
        #expect(Currency(active: code) == nil)
        #expect(Currency.suggestion(for: code) == suggestion)
        #expect(Currency.expectation(for: code).contains("ISO 4217"))
    }

    @Test(arguments: ["CNY", "TWD", "EUR", "USD", "JPY", "KWD", "SLE", "VED", "XCG", "ZWG", "XOF"])
    func `currencies in use are taken`(code: String) {
        #expect(Currency(active: code)?.code == code)
    }

    @Test func `what was stored under a code that nobody uses is read`() {
        #expect(Currency("HRK")?.code == "HRK" && Currency("XYZ")?.decimals == 2)
    }
}
