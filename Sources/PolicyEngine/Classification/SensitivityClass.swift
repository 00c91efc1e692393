public import Domain

/// A class of goods that rules name, with how it is treated.
public struct SensitivityClass: Sendable, Equatable {
    public let id: String
    /// As it is sealed with a purchase.
    public let code: ClassCode
    public let tier: Tier
    public let name: LocalizedText
    /// Entries of `sources.yaml`.
    public let because: [String]
}
