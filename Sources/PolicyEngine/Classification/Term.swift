public import Domain

/// Words in titles that raise goods to a class whose category does not say so.
public struct Term: Sendable, Equatable {
    public let classCode: ClassCode
    /// Phrases of whole words.
    public var english: [String]
    /// Texts that may stand anywhere.
    public var chinese: [String]
    /// Phrases in whose presence the title is not hit.
    public var exceptEnglish: [String]
    /// Texts in whose presence the title is not hit.
    public var exceptChinese: [String]
    /// Entries of `sources.yaml`.
    public let because: [String]
}
