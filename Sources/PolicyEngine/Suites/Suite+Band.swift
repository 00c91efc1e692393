public import Domain

extension Suite {
    /// An amount with the band that it must fall into.
    public struct Band: Sendable, Equatable {
        /// Where the lower edge stands.
        public let location: SourceLocation
        public let amount: Money
        public let expected: PriceBand

        /// `1000 to 2499 EUR holds 2499`, in minor units.
        public var name: String {
            let range = expected.to.map { "\(expected.from) to \($0)" } ?? "\(expected.from) and above"
            return "\(range) \(expected.currency.code) holds \(amount.minorUnits)"
        }
    }
}
