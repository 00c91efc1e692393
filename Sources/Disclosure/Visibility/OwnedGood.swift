public import Domain

/// The good of one of somebody's own purchases.
///
/// Sensitivity: for the owner only.
public struct OwnedGood: Sendable {
    /// The product's number in the catalogue; zero when the catalogue did not have it.
    public let product: UInt32
    /// The strictest of what it was at purchase and is now.
    public let tier: Tier
}
