import Domain
public import Storage

extension InMemoryStore {
    /// Looks at every product, one after the other.
    public func search(_ query: CatalogueQuery) async throws(StorageError) -> [UInt32] {
        let parents = Dictionary(uniqueKeysWithValues: try await categories().map { ($0.id, $0.parentID) })
        func lies(_ category: String?, under ancestor: String) -> Bool {
            var place = category
            // A tree that is a circle ends where it began.
            for _ in 0...parents.count {
                guard let id = place, let parent = parents[id] else { return false }
                if id == ancestor { return true }
                place = parent
            }
            return false
        }
        let found = try await products().filter { product in
            guard product.status == .listed, product.number > query.after else { return false }
            if let ancestor = query.categoryID, !lies(product.categoryID, under: ancestor) { return false }
            if let brand = query.brand {
                guard let known = product.brand, SearchText(known) == SearchText(brand) else { return false }
            }
            guard let text = query.text else { return true }
            let texts = ProductDraft(product).searchTexts
            return !text.runs.isEmpty
                && text.runs.allSatisfy { run in texts.contains { $0.contains(SearchText(run.text)) } }
        }
        return Array(found.map(\.number).prefix(query.limit))
    }
}
