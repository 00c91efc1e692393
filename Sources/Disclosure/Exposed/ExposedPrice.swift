import Domain
import PolicyEngine

/// What was paid: the amount, or the band that it lies in.
public enum ExposedPrice: Encodable, Sendable, Hashable {
    case exact(amount: Int64, currency: String)
    /// Both bounds belong to the band; the top band has no upper one.
    case band(currency: String, from: Int64, to: Int64?)

    private enum Key: String, CodingKey {
        case precision, amount, currency, from, to
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .exact(let amount, let currency):
            try container.encode("exact", forKey: .precision)
            try container.encode(amount, forKey: .amount)
            try container.encode(currency, forKey: .currency)
        case .band(let currency, let from, let to):
            try container.encode("band", forKey: .precision)
            try container.encode(currency, forKey: .currency)
            try container.encode(from, forKey: .from)
            try container.encodeIfPresent(to, forKey: .to)
        }
    }

    init(exact money: Money) {
        self = .exact(amount: money.minorUnits, currency: money.currency.code)
    }

    init(_ band: PriceBand) {
        self = .band(currency: band.currency.code, from: band.from, to: band.to)
    }
}
