import Testing

@testable import Audit

@Suite struct GuesserTests {
    private func examples(_ count: Int, seen: (Int) -> Int) -> [Guesser.Example] {
        (0..<count).map { number in
            let mixed = (number &* 0x9E37_79B9) >> 7
            return Guesser.Example(seen: seen(mixed % 3), truth: mixed % 3, isForTraining: number.isMultiple(of: 2))
        }
    }

    @Test func `what shows is learned`() {
        let attempt = Guesser.attempt("", examples(3_000) { $0 })
        #expect(attempt.rate == 1)
        #expect(!attempt.isHarmless)
    }

    @Test func `what does not show is not`() {
        let attempt = Guesser.attempt("", examples(3_000) { _ in 1 })
        #expect(attempt.rate == attempt.baseRate)
        #expect(attempt.isHarmless)
    }

    @Test func `one in a hundred above the base is too much where many were asked`() {
        #expect(Attempt(name: "", tested: 200_000, baseRate: 0.5, rate: 0.5095).isHarmless)
        #expect(!Attempt(name: "", tested: 200_000, baseRate: 0.5, rate: 0.5105).isHarmless)
        #expect(Attempt(name: "", tested: 20, baseRate: 0.5, rate: 0.7).isHarmless)
    }
}
