import Domain
import PolicyEngine

/// What was paid: the amount, or the band that it lies in.
public struct ExposedPrice: Encodable, Sendable, Hashable {
    /// Not public, so that nothing outside the enforcement point can make one.
    private enum Form: Hashable {
        case exact(Money)
        /// Both bounds belong to the band; the top band has no upper one.
        case band(PriceBand)
    }

    private let form: Form

    init(exact money: Money) {
        form = .exact(money)
    }

    init(_ band: PriceBand) {
        form = .band(band)
    }

    private enum Key: String, CodingKey {
        case precision, amount, currency, from, to
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch form {
        case .exact(let money):
            try container.encode("exact", forKey: .precision)
            try container.encode(money.minorUnits, forKey: .amount)
            try container.encode(money.currency.code, forKey: .currency)
        case .band(let band):
            try container.encode("band", forKey: .precision)
            try container.encode(band.currency.code, forKey: .currency)
            try container.encode(band.from, forKey: .from)
            try container.encodeIfPresent(band.to, forKey: .to)
        }
    }
}
