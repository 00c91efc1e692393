import Domain

/// What a rule may read of a purchase, with its release: forty bytes in a segment.
///
/// Product, title, price, instant to the second, order and shop are not here: they are in the details, which are opened only
/// once the decision is made.
struct PurchaseFacts: Hashable {
    struct Flags: OptionSet, Hashable {
        let rawValue: UInt8
        static let minor = Flags(rawValue: 1)
        static let isPrivate = Flags(rawValue: 2)
        static let returned = Flags(rawValue: 4)
        static let thirdParty = Flags(rawValue: 8)
        /// It came through somebody's shop: its details may name whose.
        static let throughShop = Flags(rawValue: 16)
        /// The owner said themself who sees it.
        static let spoken = Flags(rawValue: 32)
        /// The purchase is gone; only its narrowing is kept, see ``PurchaseFacts/remains(_:at:)``.
        static let gone = Flags(rawValue: 64)
        /// Another former buyer of the same key has remains of it.
        static let elsewhere = Flags(rawValue: 128)
    }

    /// A keyed digest of the purchase's key: its part of the item id, and the order among ties.
    ///
    /// Zero marks an empty slot.
    var nonce: UInt64
    /// The instant, in whole minutes since 1970.
    var minute: UInt32
    /// The product and category by their numbers in the catalogue; zero where unknown.
    var product: UInt32
    var category: UInt32
    /// When it may be seen, for each size of bucket: a minute for minutes, otherwise days after the day of `minute`.
    var releaseMinute: UInt32
    var releaseDays: (day: UInt16, week: UInt16, month: UInt16, quarter: UInt16)
    /// The class at purchase.
    var classCode: ClassCode
    var flags: Flags
    /// Who sees it at most: what the owner said, or what former buyers said as long as the owner said nothing.
    var override: ItemOverride
    /// The local day less the UTC day: -1, 0 or 1.
    var dayShift: Int8
    /// The audiences for which it is suppressed because something that looked the same was raised, see ``HeldItems``.
    var hold = Hold()
    /// What former buyers of the same key said, taken together.
    var others = ItemOverride.none

    struct Hold: Hashable {
        /// A bit for each audience.
        var audiences: UInt8 = 0
        /// The day, counted from 1970, at whose beginning in UTC the hold ends; holds end at ticks, and ticks are midnights.
        var untilDay: UInt16 = 0

        var until: Instant { Instant(seconds: Int64(untilDay) * 86_400) }
    }

    /// The day on the buyer's clock.
    var day: CivilDay { CivilDay(number: Int32(minute / 1440) + Int32(dayShift)) }

    func bucket(_ size: TimeBucket.Size) -> TimeBucket {
        TimeBucket(size: size, minute: Int64(minute), day: day)
    }

    /// The instant from which the purchase may be seen in buckets of a size, as a minute.
    func release(_ size: TimeBucket.Size) -> Int64 {
        let days: UInt16
        switch size {
        case .minute: return Int64(releaseMinute)
        case .day: days = releaseDays.day
        case .week: days = releaseDays.week
        case .month: days = releaseDays.month
        case .quarter: days = releaseDays.quarter
        }
        // A release too far off to be written down never comes.
        return days == .max ? Int64.max : (Int64(minute / 1440) + Int64(days)) * 1440
    }

    static func == (left: PurchaseFacts, right: PurchaseFacts) -> Bool {
        left.nonce == right.nonce && left.minute == right.minute && left.product == right.product
            && left.category == right.category && left.releaseMinute == right.releaseMinute
            && left.releaseDays == right.releaseDays && left.classCode == right.classCode && left.flags == right.flags
            && left.override == right.override && left.dayShift == right.dayShift && left.hold == right.hold
            && left.others == right.others
    }

    func hash(into hasher: inout Hasher) { hasher.combine(nonce) }
}

/// What the owner said about one purchase.
enum ItemOverride: RawRepresentable, Hashable {
    /// The settings apply.
    case none
    /// Nobody but the owner.
    case hidden
    /// At most this audience and closer ones, as the settings allow them.
    case atMost(Audience)

    init?(rawValue: UInt8) {
        switch rawValue {
        case 0: self = .none
        case 1: self = .hidden
        default:
            guard let audience = Audience(rawValue: rawValue - 2) else { return nil }
            self = .atMost(audience)
        }
    }

    var rawValue: UInt8 {
        switch self {
        case .none: 0
        case .hidden: 1
        case .atMost(let audience): audience.rawValue + 2
        }
    }

    /// The farthest audience that it admits.
    var farthest: Audience {
        switch self {
        case .none: .everyone
        case .hidden: .owner
        case .atMost(let farthest): farthest
        }
    }

    /// The one of the two that admits fewer.
    func met(_ other: ItemOverride) -> ItemOverride { other.farthest < farthest ? other : self }

    func admits(_ audience: Audience) -> Bool {
        switch self {
        case .none: true
        case .hidden: audience == .owner
        case .atMost(let farthest): audience <= farthest
        }
    }
}
