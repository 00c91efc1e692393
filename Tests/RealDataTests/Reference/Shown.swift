/// What a feed tells of one purchase besides whose it is.
struct Shown: Hashable {
    var product: String
    /// The product's id where it is exact, and its label's otherwise.
    var label: String
    var time: String
    /// The lower edge of the price band, in minor units.
    var bandFrom: Int64?
}
