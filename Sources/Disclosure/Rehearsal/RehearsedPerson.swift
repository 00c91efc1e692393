public import Domain
public import PolicyEngine

/// A made-up person.
public struct RehearsedPerson: Sendable {
    /// How somebody is a friend of somebody.
    public struct Friendship: Sendable, Hashable {
        public var isClose: Bool
        /// What was released before is not shown to this friend.
        public var visibleFrom: Instant

        public init(isClose: Bool = false, visibleFrom: Instant = Instant(seconds: 0)) {
            self.isClose = isClose
            self.visibleFrom = visibleFrom
        }
    }

    /// What is written over the door of an open shop.
    public struct Front: Sendable, Hashable {
        public var name: String
        public var sign: String?

        public init(name: String, sign: String? = nil) {
            self.name = name
            self.sign = sign
        }
    }

    public var handle: Handle
    public var name: String
    public var zone: Zone
    public var isMinor: Bool
    /// Stamped with revision 0, which is the policy of the rehearsal.
    public var consent: Consent
    /// As this person sees them: closeness is each one's own choice.
    public var friends: [Handle: Friendship]
    public var blocks: Set<Handle>
    /// Nothing for somebody without an open shop.
    public var shop: Front?

    public init(
        handle: Handle, name: String, zone: Zone, isMinor: Bool = false, consent: Consent = Consent(),
        friends: [Handle: Friendship] = [:], blocks: Set<Handle> = [], shop: Front? = nil
    ) {
        self.handle = handle
        self.name = name
        self.zone = zone
        self.isMinor = isMinor
        self.consent = consent
        self.friends = friends
        self.blocks = blocks
        self.shop = shop
    }
}
