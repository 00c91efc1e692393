/// Integer noise of the discrete Laplace distribution, sampled exactly.
///
/// The probability of `y` is proportional to `exp(-|y| · epsilon)`, with `epsilon` a fraction. Added to a count of
/// sensitivity one it is `epsilon`-differentially private (Dwork et al., 2006). Only whole numbers are computed with, so
/// that no rounding of floating-point numbers tells the count (Mironov, 2012).
///
/// Source: C. Canonne, G. Kamath, T. Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms 1 and 2.
public struct DiscreteLaplace: Sendable, Equatable {
    /// `epsilon` as a fraction: `numerator / denominator`.
    public let numerator: UInt64
    public let denominator: UInt64

    /// Both lie between 1 and a million.
    public init(numerator: UInt64, denominator: UInt64) {
        precondition(
            (1...1_000_000).contains(numerator) && (1...1_000_000).contains(denominator), "a fraction of small numbers")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// One sample.
    public func sample(_ bits: inout some BitSource) -> Int64 {
        while true {
            let remainder = Self.uniform(below: denominator, &bits)
            guard Self.bernoulli(exponent: remainder, over: denominator, &bits) else { continue }
            var whole: UInt64 = 0
            while Self.bernoulli(exponent: 1, over: 1, &bits) { whole += 1 }
            let magnitude = (remainder + denominator * whole) / numerator
            let isNegative = Self.uniform(below: 2, &bits) == 1
            // Zero would otherwise come with either sign, and so twice as often.
            if isNegative, magnitude == 0 { continue }
            return isNegative ? -Int64(magnitude) : Int64(magnitude)
        }
    }

    /// True with a probability of `exp(-numerator / denominator)`, for a fraction of at most one.
    ///
    /// The series of the exponential function alternates: the number of successes in a row, each with the next fraction,
    /// is even with just this probability.
    private static func bernoulli(
        exponent numerator: UInt64, over denominator: UInt64, _ bits: inout some BitSource
    ) -> Bool {
        var count: UInt64 = 1
        while uniform(below: denominator * count, &bits) < numerator { count += 1 }
        return !count.isMultiple(of: 2)
    }

    /// A number below a bound, each as likely; words that would favour the lower ones are thrown away.
    private static func uniform(below bound: UInt64, _ bits: inout some BitSource) -> UInt64 {
        let excess = (UInt64.max % bound + 1) % bound
        while true {
            let word = bits.next()
            if word <= UInt64.max - excess { return word % bound }
        }
    }
}
