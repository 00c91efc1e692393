import Domain

/// Which products are looked for; what is absent does not narrow it.
public struct CatalogueRequest: Sendable {
    /// The most characters that are looked for.
    public static let maximumQueryLength = 100

    public var query: String?
    /// A category by its id; what lies under it counts.
    public var category: String?
    public var brand: String?
    public var limit: Int
    public var cursor: String?

    public init(
        query: String? = nil, category: String? = nil, brand: String? = nil, limit: Int, cursor: String? = nil
    ) {
        self.query = query
        self.category = category
        self.brand = brand
        self.limit = limit
        self.cursor = cursor
    }

    /// What a cursor is bound to.
    func binding(for viewer: PersonID) -> [UInt8] {
        var writer = RecordWriter(reserving: 64)
        writer.put(viewer.rawValue)
        for text in [query, category, brand] { writer.put(text) }
        return writer.bytes
    }
}
