public import Domain

extension Suite {
    /// A good of the suite's catalogue.
    public struct Good: Sendable, Hashable {
        /// Its product id.
        public let name: String
        public let category: String?
        public let title: LocalizedText
        public let brand: String?
        public let price: Money?
        public let isListed: Bool
        /// So many further goods of the same shelf, brand, price and title stand beside it.
        public let alike: Int
        public let location: SourceLocation
    }
}
