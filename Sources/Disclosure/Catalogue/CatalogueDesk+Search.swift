public import Domain
import Storage

extension CatalogueDesk {
    private static let purpose = "catalogue"

    /// A page of the listed products that were asked for, by the order in which they came into the catalogue.
    ///
    /// The same for everybody, but for the cursor, which is good for the viewer and the query it was made for.
    public func search(
        _ request: CatalogueRequest, for viewer: PersonID
    ) async throws(CatalogueSearchError) -> Prepared<CataloguePage> {
        let reading = point.reading(for: viewer)
        let binding = request.binding(for: viewer)
        var after: UInt32 = 0
        if let cursor = request.cursor {
            guard let payload = point.cursors.opened(cursor, purpose: Self.purpose, boundTo: binding),
                let number = UInt32(octets: payload)
            else { throw .invalidCursor }
            after = number
        }
        let numbers: [UInt32]
        do {
            numbers = try await point.rulebooks.store.search(
                CatalogueQuery(
                    text: request.query.map(SearchText.init), categoryID: request.category, brand: request.brand,
                    after: after, limit: request.limit + 1))
        } catch {
            throw .vault(.storage(error))
        }
        let rulebook = reading.rulebook
        let shown = numbers.prefix(request.limit)
        let next = numbers.count > shown.count ? shown.last : nil
        return reading.prepared(
            CataloguePage(
                items: shown.compactMap(rulebook.catalogueItem),
                next: next.map { point.cursors.sealed($0.octets, purpose: Self.purpose, boundTo: binding) }))
    }
}

extension Rulebook {
    /// Nothing for a product that was taken off since it was found; the answer is then made anew.
    fileprivate func catalogueItem(_ number: UInt32) -> CatalogueItem? {
        guard let good = good(number), good.product.status == .listed else { return nil }
        return CatalogueItem(
            good.product, category: taxonomy.category(number: good.category), isPickable: isPickable(number))
    }
}

extension UInt32 {
    fileprivate var octets: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }

    fileprivate init?(octets: [UInt8]) {
        guard octets.count == 4 else { return nil }
        self = octets.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
