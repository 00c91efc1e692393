public import Domain

/// What is asked of the catalogue; what is absent does not narrow it.
public struct CatalogueQuery: Hashable, Sendable {
    /// Every run must be found, in the titles or the brand.
    public var text: SearchText?
    /// A category of the taxonomy; what lies under it counts.
    public var categoryID: String?
    /// A brand in full; case, accents and width do not count.
    public var brand: String?
    /// The last number of the page before, or zero.
    public var after: UInt32
    public var limit: Int

    public init(
        text: SearchText? = nil, categoryID: String? = nil, brand: String? = nil, after: UInt32 = 0, limit: Int
    ) {
        self.text = text
        self.categoryID = categoryID
        self.brand = brand
        self.after = after
        self.limit = limit
    }
}
