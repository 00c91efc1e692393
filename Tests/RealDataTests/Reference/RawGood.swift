/// A good of the raw files.
struct RawGood {
    var id: String
    var title: String
    var brand: String
    /// The node that its product type is mapped to.
    var node: String?
    /// What its node says, and what the words of its texts make of it.
    var classes: [String]
    /// The lower median of what its sales took a piece, in minor units.
    var price: Int64?
}
