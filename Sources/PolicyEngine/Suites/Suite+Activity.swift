public import Domain

extension Suite {
    /// Something that an owner did.
    public struct Activity: Sendable, Hashable {
        public let name: String
        public let location: SourceLocation
        public let owner: Handle
        public let content: Content

        public enum Content: Sendable, Hashable {
            case purchase(Purchase)
            case happening(Happening)
        }

        public var kind: ActivityKind {
            switch content {
            case .purchase: .purchase
            case .happening(let happening): happening.kind
            }
        }
    }

    /// What was bought, when, and what is special about it.
    public struct Purchase: Sendable, Hashable {
        public var good: String
        public var quantity: Int
        public var total: Money
        public var moment: Moment
        /// When it came in; the moment of the purchase when the suite gives none.
        public var received: Instant?
        /// Whose shop it was bought through.
        public var shop: Handle?
        public var isReturned: Bool
        /// The farthest audience that the owner lets see it; `self` hides it.
        public var visibility: Audience?
        public var isThirdParty: Bool
        /// The class that is sealed with it, where that differs from what its good is now.
        public var classAtPurchase: ClassCode?
        public var isMinors: Bool
        public var isPrivate: Bool
    }

    /// When a purchase was made.
    public enum Moment: Sendable, Hashable {
        case instant(Instant)
        /// On the buyer's clock.
        case local(LocalDateTime)
    }

    /// Something done in the open.
    public struct Happening: Sendable, Hashable {
        public var kind: ActivityKind
        public var good: String?
        public var at: Instant
    }
}
