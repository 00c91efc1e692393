import Domain
import PolicyEngine
import Testing

struct PriceBandTests {
    private func band(_ minorUnits: Int64, _ code: String) throws -> PriceBand {
        let currency = try #require(Currency(code))
        return try Fixture.load().priceBands.band(of: Money(minorUnits: minorUnits, currency: currency))
    }

    @Test(
        arguments: [
            (0, 0, 999), (999, 0, 999), (1000, 1000, 2499), (2499, 1000, 2499), (2500, 2500, nil),
            (Money.maximumMinorUnits, 2500, nil), (-1, 0, 999),
        ] as [(Int64, Int64, Int64?)])
    func `an amount falls into the band between its edges`(_ amount: Int64, _ from: Int64, _ to: Int64?) throws {
        let dollar = try #require(Currency("USD"))
        #expect(try band(amount, "USD") == PriceBand(currency: dollar, from: from, to: to))
    }

    @Test func `a listed currency has bands of its own`() throws {
        #expect(try band(2999, "JPY").to == 2999)
        #expect(try band(3000, "JPY").to == nil)
    }

    @Test func `the default is brought to the decimals of a currency that is not listed`() throws {
        #expect(try band(9, "KRW").to == 9)
        #expect(try band(10, "KRW").from == 10)
        #expect(try band(10_000, "KWD").from == 10_000)
        #expect(try band(9_999, "KWD").to == 9_999)
    }
}
