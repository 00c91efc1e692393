public import Domain
public import PolicyEngine

/// A class that an activity belongs to, and why.
public struct ClassFinding: Sendable, Equatable {
    /// What put it there.
    public enum Origin: String, Sendable {
        case atPurchase, productNow, categoryNow
        /// Not about goods.
        case noGoods
    }

    public let code: ClassCode
    /// The class's name in the policy; `unknown` when the policy has no such class.
    public let id: String
    public let tier: Tier
    public let origins: [Origin]
    /// What the classifier says of the product as it is now; nothing for classes that only come from the time of purchase.
    public let reason: ClassificationReason?
}
