import Testing

@testable import vitrine_bench

struct BootstrapTests {
    @Test func `series that are alike differ by nothing within the bound`() {
        let series = (0..<50).map { Double($0 % 7) }
        let bootstrap = Bootstrap(series, series)
        #expect(bootstrap.difference == 0)
        #expect(bootstrap.lower <= 0)
        #expect(bootstrap.upper >= 0)
    }

    @Test func `a shift is found and lies within the bound`() {
        let series = (0..<50).map { Double($0 % 7) }
        let bootstrap = Bootstrap(series, series.map { $0 + 100 })
        #expect(bootstrap.difference == 100)
        #expect(bootstrap.lower > 90)
        #expect(bootstrap.bound >= 100)
    }
}
