/// A line of a basket.
struct RawPurchase {
    /// The node of the graph that the household stands at.
    var owner: Int
    var timestamp: String
    var order: String
    var line: String
    var product: String
    var quantity: String
    var total: String

    var day: String { String(timestamp.prefix(10)) }
    var cents: Int64 { RawWorld.cents(total) }
}
