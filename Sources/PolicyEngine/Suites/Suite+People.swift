public import Domain

extension Suite {
    /// Somebody whom a suite names.
    public struct Person: Sendable, Hashable {
        public let handle: Handle
        /// What others read; the handle with a capital when the suite gives none.
        public let name: String
        public let zone: Zone
        /// Whether the person is a minor at the moment of the suite.
        public let isMinor: Bool
        public let shop: Shop?
    }

    /// The open shop of somebody.
    public struct Shop: Sendable, Hashable {
        public let name: String
        public let sign: String?
    }

    /// Two people who befriended each other.
    public struct Friendship: Sendable, Hashable {
        public let first: Handle
        public let second: Handle
        /// Both see what the other released from then on; the beginning of time when the suite gives none.
        public let from: Instant
    }
}
