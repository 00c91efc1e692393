import Domain

/// A person's shop: a front and some picked goods.
struct Shop: Codable, Equatable {
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

    var name: String
    var sign: String?
    var line: String?
    var isOpen: Bool
    /// By slot, from 1.
    var picks: [Int: Pick] = [:]
    var events: [Event] = []
    var serial: UInt32 = 0

    /// More events than this are not kept.
    static let maximumEvents = 32
}
