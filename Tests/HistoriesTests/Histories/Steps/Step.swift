/// One thing that a host, an owner, an operator or time does in a history.
///
/// A step is a value without references to steps before it, so that any of them can be left out of a history.
public enum Step: Hashable, Sendable {
    // The host.
    case putPerson(String, minor: Bool?, by: Door)
    case befriend(String, String)
    case unfriend(String, String)
    case putPurchase(PurchaseRow, by: Door)
    case deletePurchase(PurchaseName)
    case putProduct(ProductRow, by: Door)
    case deleteProduct(String)
    /// Puts so many goods more on the shelf that has too few to be named.
    case fillShelf(Int)
    case erase(String, byThemselves: Bool)
    // Owners.
    case change(String, OwnerChange, with: Authority, keyed: Bool)
    case setItem(String, PurchaseName, ItemWord, with: Authority)
    case pick(String, product: String, slot: Int)
    // The operator.
    case loadPolicy(PolicyVariant, isPermitted: Bool)
    case restart
    case backUp
    /// Puts the last copy of the records back: as a backup, or as an older file that somebody laid there.
    case restore(asBackup: Bool)
    case sweep
    case reseal
    // Time, in hours.
    case wait(Int)
}

/// The way by which a host tells something.
public enum Door: String, Hashable, Sendable {
    case api
    /// A table that lacks the columns of what is not told.
    case table
}

/// The token with which an owner asks.
public enum Authority: String, Hashable, Sendable {
    /// It may narrow and widen.
    case full
    /// It may only narrow.
    case narrowing
}

/// The policies of the histories.
public enum PolicyVariant: String, CaseIterable, Hashable, Sendable {
    case base
    /// Shows exact products at the level `category`, and leaves alcohol to its owners to decide.
    case wide
    /// Withholds books.
    case narrow
}

/// A line of an order, as the host names it.
public struct PurchaseName: Hashable, Sendable, Comparable {
    public var order: String
    public var line: String

    public static func < (left: PurchaseName, right: PurchaseName) -> Bool {
        (left.order, left.line) < (right.order, right.line)
    }

    var text: String { "\(order)/\(line)" }
}

/// A purchase as the host tells it.
public struct PurchaseRow: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable {
        case bought, returned
    }

    public var name: PurchaseName
    public var buyer: String
    public var product: String
    /// In fen.
    public var total: Int64
    /// In minutes since the beginning of the history; may be negative.
    public var minute: Int64
    /// `nil` leaves the field out.
    public var status: Status?
}

/// A product as the host tells it; `nil` leaves a field out.
public struct ProductRow: Hashable, Sendable {
    public var id: String
    public var category: String?
    public var titleZh: String?
    public var isListed: Bool?
}

/// What an owner changes of the settings.
public enum OwnerChange: Hashable, Sendable {
    /// `daysBack` says since when; `nil` leaves that out.
    case sharing(Bool, daysBack: Int?)
    case optIn(String, Bool)
    case level(AudienceName, TierName, LevelName)
    /// `hours` says until when; `nil` leaves that out.
    case privateMode(Bool, hours: Int?)
    case close(String, Bool)
    case block(String, Bool)
}

public enum AudienceName: String, CaseIterable, Hashable, Sendable, Comparable {
    case closeFriends = "close-friends"
    case friends
    case friendsOfFriends = "friends-of-friends"
    case everyone

    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: AudienceName, right: AudienceName) -> Bool { left.rank < right.rank }
}

public enum TierName: String, CaseIterable, Hashable, Sendable {
    case ordinary
    case ownerDecides = "owner-decides"
    case coarsen
}

public enum LevelName: String, CaseIterable, Hashable, Sendable, Comparable {
    case nothing, hint, category, product, full

    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: LevelName, right: LevelName) -> Bool { left.rank < right.rank }
}

/// What an owner says of one purchase.
public enum ItemWord: Hashable, Sendable {
    case standard
    case hidden
    case atMost(AudienceName)

    var name: String {
        switch self {
        case .standard: "default"
        case .hidden: "hidden"
        case .atMost(let audience): audience.rawValue
        }
    }

    init?(name: String) {
        switch name {
        case "default": self = .standard
        case "hidden": self = .hidden
        default:
            guard let audience = AudienceName(rawValue: name) else { return nil }
            self = .atMost(audience)
        }
    }

    /// The rank of the farthest audience that it admits; -1 admits nobody.
    var reach: Int {
        switch self {
        case .standard: AudienceName.everyone.rank
        case .hidden: -1
        case .atMost(let audience): audience.rank
        }
    }
}
