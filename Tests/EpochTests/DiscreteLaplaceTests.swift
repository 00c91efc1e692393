import PolicyEngine
import Testing
import VitrineTesting

/// Numbers of a seeded generator, as bits.
struct SeededBits: BitSource {
    var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
    }

    mutating func next() -> UInt64 { generator.next() }
}

struct DiscreteLaplaceTests {
    /// The exact probability of a value, as far as a `Double` holds it: only the test computes with fractions.
    private func probability(_ value: Int, _ epsilon: Double) -> Double {
        let ratio = power(-epsilon)
        return (1 - ratio) / (1 + ratio) * power(-epsilon * Double(abs(value)))
    }

    /// The exponential function by its series.
    private func power(_ exponent: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for number in 1...200 {
            term *= -exponent / Double(number)
            sum += term
        }
        return 1 / sum
    }

    @Test(arguments: [(1, 2), (1, 1), (3, 2), (500, 1_000)] as [(UInt64, UInt64)])
    func `samples are distributed as the discrete Laplace distribution says`(
        numerator: UInt64, denominator: UInt64
    ) {
        let noise = DiscreteLaplace(numerator: numerator, denominator: denominator)
        let epsilon = Double(numerator) / Double(denominator)
        var bits = SeededBits(seed: 7)
        let count = 200_000
        var seen: [Int: Int] = [:]
        for _ in 0..<count { seen[Int(noise.sample(&bits)), default: 0] += 1 }
        var statistic = 0.0
        var degrees = -1
        var tail = Double(count)
        var tailSeen = count
        for value in -30...30 {
            let expected = probability(value, epsilon) * Double(count)
            if expected < 20 { continue }
            let observed = seen[value] ?? 0
            statistic += (Double(observed) - expected) * (Double(observed) - expected) / expected
            degrees += 1
            tail -= expected
            tailSeen -= observed
        }
        if tail > 5 {
            statistic += (Double(tailSeen) - tail) * (Double(tailSeen) - tail) / tail
            degrees += 1
        }
        // The mean of a chi-square variable is its degrees of freedom, its variance twice that: four deviations.
        #expect(statistic < Double(degrees) + 4 * (2 * Double(degrees)).squareRoot(), "\(statistic) of \(degrees)")
        #expect(degrees > 5)
    }

    @Test func `the test would notice noise that has zero twice as often`() {
        var bits = SeededBits(seed: 7)
        let noise = DiscreteLaplace(numerator: 1, denominator: 1)
        var zeros = 0
        for _ in 0..<50_000 where noise.sample(&bits) == 0 { zeros += 1 }
        let expected = probability(0, 1) * 50_000
        #expect(abs(Double(zeros) - expected) < 5 * expected.squareRoot())
    }

    @Test func `the same bits give the same noise`() {
        var first = SeededBits(seed: 3)
        var second = SeededBits(seed: 3)
        let noise = DiscreteLaplace(numerator: 1, denominator: 2)
        for _ in 0..<100 { #expect(noise.sample(&first) == noise.sample(&second)) }
    }
}
