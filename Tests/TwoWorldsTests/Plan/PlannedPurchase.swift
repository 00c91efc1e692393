import Disclosure
import Domain

/// A purchase of one or both worlds.
struct PlannedPurchase: Hashable, Sendable {
    /// In which world, and how.
    enum Presence: Hashable, Sendable {
        case both
        case onlyInSecond
        /// In both, but the second has other details, which are the same once they are coarse.
        case otherwise(Details)
    }

    /// What a coarse disclosure does not show.
    struct Details: Hashable, Sendable {
        var product: String
        var at: Instant
        var quantity: UInt32
        /// In fen.
        var total: Int64
    }

    /// Names the order, so that it has the same id in both worlds.
    let number: Int
    let owner: String
    /// When it is taken in.
    let moment: Int
    let details: Details
    var shop: String?
    var isReturned = false
    var visibility = ItemVisibility.standard
    var presence = Presence.both

    var order: String { "o-\(number)" }

    /// The place among those taken in at the same moment: hidden ones lie among the others.
    var rank: UInt64 { UInt64(number) &* 0x9E37_79B9_7F4A_7C15 }
}
