import Domain

/// Reads `bands:`, the lower edges of a currency's price bands in major units.
struct BandReader {
    let vocabulary: SuiteVocabulary

    static let bands = Shape.entries(of: .oneOrMore(of: .amount), named: "^[A-Z]{3}$")

    /// For every band the least amount in it and the greatest; of the topmost the least one.
    func bands(_ file: MappingReader) -> [Suite.Band] {
        file.entries("bands", of: "currencies").flatMap { entry -> [Suite.Band] in
            guard let currency = Currency(active: entry.key) else {
                vocabulary.diagnostics.report(
                    "unknown currency `\(entry.key)`", at: entry.keyLocation, expected: "a code of ISO 4217",
                    suggestion: Currency.suggestion(for: entry.key))
                return []
            }
            let edges = edges(entry, currency, file)
            return edges.enumerated().flatMap { position, edge in
                let next = position + 1 < edges.count ? edges[position + 1].units : nil
                let band = PriceBand(currency: currency, from: edge.units, to: next.map { $0 - 1 })
                return [edge.units, band.to].compactMap(\.self).map { amount in
                    Suite.Band(
                        location: edge.location, amount: Money(minorUnits: amount, currency: currency), expected: band)
                }
            }
        }
    }

    private func edges(
        _ entry: SyntaxNode.Entry, _ currency: Currency, _ file: MappingReader
    ) -> [(units: Int64, location: SourceLocation)] {
        var edges: [(units: Int64, location: SourceLocation)] = []
        for (word, place) in file.words(of: entry) {
            guard let money = Money(majorUnits: word, currency: currency) else {
                vocabulary.diagnostics.report(
                    "an edge cannot be `\(word)`", at: place, expected: "an amount in \(currency.code)")
                continue
            }
            if let last = edges.last, money.minorUnits <= last.units {
                vocabulary.diagnostics.report("the edge `\(word)` does not lie above the one before it", at: place)
                continue
            }
            edges.append((money.minorUnits, place))
        }
        return edges
    }
}
