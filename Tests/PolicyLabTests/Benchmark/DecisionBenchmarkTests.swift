import Domain
import Testing

@testable import PolicyLab

struct DecisionBenchmarkTests {
    @Test func `a clock that is passed in is what is measured by`() throws {
        var time: UInt64 = 0
        let report = DecisionBenchmark(
            policy: try ProofFixture.policy(), decisions: 100, rounds: 3,
            nanoseconds: {
                time += 1_000
                return time
            }, allocatedBytes: { 77 }
        ).report()
        #expect(report.loaded.median == 10)
        #expect(report.ratio == 1)
        #expect([report.loaded, report.few, report.many].map(\.rules) == [8, 10, 10_000])
        #expect(report.loaded.allocatedBytes == 0)
        #expect(
            report.text.hasPrefix(
                "loaded: median 10.00 ns, least 10.00 ns, most 10.00 ns per decision; 8 rules, 2400 cells, "
                    + "300 decisions, 0 bytes allocated\n"))
    }

    @Test func `the same policy is asked the same, and what it answers is counted`() throws {
        func checksum() throws -> UInt64 {
            DecisionBenchmark(policy: try ProofFixture.policy(), decisions: 100, rounds: 1, nanoseconds: { 0 })
                .report().loaded.checksum
        }
        #expect(try checksum() == checksum())
        #expect(try checksum() > 0)
    }
}
