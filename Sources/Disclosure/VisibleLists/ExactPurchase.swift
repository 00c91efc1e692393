/// A purchase that an audience sees with its exact product.
struct ExactPurchase: Hashable, Sendable {
    let product: UInt32
    /// The minute from which it may be seen.
    let releaseMinute: UInt32
}
