import Domain

/// A person's shop: a front, some picked goods, and the links by which it is shared.
struct Shop: Codable, Equatable {
    /// A good in a slot.
    ///
    /// INVARIANT: nothing in it depends on whether the good was chosen from the catalogue or from the owner's purchases.
    struct Pick: Codable, Equatable {
        /// The product's number in the catalogue.
        var product: UInt32
        /// Seconds since 1970.
        var pickedAt: Int64
        /// Counts the picks of this shop: names this one.
        var serial: UInt32
    }

    struct Event: Codable, Equatable {
        var event: String
        var at: Int64
        var serial: UInt32
    }

    /// A way to the front for whoever has the secret and is in the audience.
    struct Link: Codable, Equatable {
        /// By which the owner revokes it; tells nothing of the secret.
        var id: String
        var digest: [UInt8]
        var audience: UInt8
        /// Seconds since 1970.
        var madeAt: Int64
        var expiresAt: Int64
    }

    var name: String
    var sign: String?
    var line: String?
    var avatar: String?
    var isOpen: Bool
    /// By slot, from 1.
    var picks: [Int: Pick] = [:]
    var events: [Event] = []
    var serial: UInt32 = 0
    /// Absent in records that were written before there were links.
    var links: [Link]?

    /// More events than this are not kept.
    static let maximumEvents = 32
    /// Links that may be good at the same time.
    static let maximumLinks = 20

    mutating func note(_ event: String, at now: Instant) {
        serial += 1
        events.append(Event(event: event, at: now.seconds, serial: serial))
        if events.count > Self.maximumEvents { events.removeFirst(events.count - Self.maximumEvents) }
    }

    /// The links that are good at an instant.
    func links(at now: Instant) -> [Link] { (links ?? []).filter { $0.expiresAt > now.seconds } }
}
