public import Domain

/// What the census counts of a good of the catalogue.
public struct CataloguedGood: Hashable, Sendable {
    /// The number of its category.
    public let category: UInt32
    public let classCode: ClassCode
    public let brand: String?
    /// The band of its price; nothing when the price is not known.
    public let band: PriceBand?

    public init(category: UInt32, classCode: ClassCode, brand: String? = nil, band: PriceBand? = nil) {
        self.category = category
        self.classCode = classCode
        self.brand = brand
        self.band = band
    }
}
