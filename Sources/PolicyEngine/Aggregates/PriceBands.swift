public import Domain

/// The bands into which prices fall, by currency.
public struct PriceBands: Sendable, Equatable {
    /// Lower edges in minor units of a currency with two decimals; the first is 0, and they rise.
    let defaultEdges: [Int64]
    let edgesByCurrency: [String: [Int64]]

    init(defaultEdges: [Int64], edgesByCurrency: [String: [Int64]]) {
        self.defaultEdges = defaultEdges
        self.edgesByCurrency = edgesByCurrency
    }

    /// The currencies that have bands of their own, by code.
    public var listedCurrencies: [String] { edgesByCurrency.keys.sorted() }

    /// The lower edges of a currency's bands in minor units, or those of currencies with two decimals that are not listed.
    public func lowerEdges(of currency: Currency?) -> [Int64] {
        currency.map(edges) ?? defaultEdges
    }

    /// The band of an amount; amounts below zero fall into the lowest.
    public func band(of money: Money) -> PriceBand {
        let edges = edges(of: money.currency)
        let above = edges.firstIndex { $0 > money.minorUnits } ?? edges.count
        let position = max(0, above - 1)
        return PriceBand(
            currency: money.currency, from: edges[position],
            to: position + 1 < edges.count ? edges[position + 1] - 1 : nil)
    }

    /// The edges of a currency that is not listed are the default ones, brought to its decimals.
    func edges(of currency: Currency) -> [Int64] {
        if let listed = edgesByCurrency[currency.code] { return listed }
        if currency.decimals == 2 { return defaultEdges }
        var scaled: [Int64] = []
        for edge in defaultEdges {
            let value = (0..<abs(currency.decimals - 2)).reduce(edge) { partial, _ in
                currency.decimals > 2 ? partial * 10 : partial / 10
            }
            if value > scaled.last ?? -1 { scaled.append(value) }
        }
        return scaled
    }
}
