public import Domain

/// What an owner may say about one purchase.
public enum ItemVisibility: Hashable, Sendable {
    /// The settings apply.
    case standard
    /// Nobody but the owner.
    case hidden
    /// At most this audience and closer ones, as far as the settings allow them.
    case atMost(Audience)

    /// As the API writes it.
    public var name: String {
        switch self {
        case .standard: "default"
        case .hidden: "hidden"
        case .atMost(let audience): audience.name
        }
    }

    /// Nothing for anything but `default`, `hidden`, or the name of an audience other than oneself.
    public init?(name: String) {
        switch name {
        case "default": self = .standard
        case "hidden": self = .hidden
        default:
            guard let audience = Audience(name: name), audience != .owner else { return nil }
            self = .atMost(audience)
        }
    }

    init(_ override: ItemOverride) {
        switch override {
        case .none: self = .standard
        case .hidden: self = .hidden
        case .atMost(let audience): self = .atMost(audience)
        }
    }

    var override: ItemOverride {
        switch self {
        case .standard: .none
        case .hidden: .hidden
        case .atMost(let audience): .atMost(audience)
        }
    }

    /// The farthest audience that it admits.
    private var reach: Audience {
        switch self {
        case .standard: .everyone
        case .hidden: .owner
        case .atMost(let audience): audience
        }
    }

    /// Whether it admits an audience that the other does not.
    func widens(_ other: ItemVisibility) -> Bool { reach > other.reach }
}
