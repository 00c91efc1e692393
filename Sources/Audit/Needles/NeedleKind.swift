/// What a needle is, of everything that must not stand in clear.
public enum NeedleKind: UInt8, Sendable, CaseIterable, Encodable {
    case canary
    case handle
    case name
    case shopText
    case order
    /// The number by which a person is known inside.
    case person
    /// When something was bought.
    case instant
    /// The amount and the instant of a purchase, one behind the other.
    case priceAndInstant
    /// The number, or the keyed digest, of a token.
    case token

    /// Whether two of them side by side tie two people together.
    var namesPerson: Bool { self == .handle || self == .person || self == .name }

    var text: String {
        switch self {
        case .canary: "canary"
        case .handle: "handle"
        case .name: "name"
        case .shopText: "shop text"
        case .order: "order"
        case .person: "person number"
        case .instant: "instant of a purchase"
        case .priceAndInstant: "price and instant"
        case .token: "token"
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
