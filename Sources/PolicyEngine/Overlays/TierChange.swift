import Domain

/// A class whose tier an overlay sets.
struct TierChange: Sendable {
    let classCode: ClassCode
    let tier: Tier
    let because: [String]
    /// Where the class is named.
    let location: SourceLocation
}
