public import Domain

/// A text in both languages of the report.
public struct Bilingual: Sendable, Hashable {
    public let en: String
    public let zh: String

    public init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }

    /// Where one language is missing, the other stands in for it, and `otherwise` for both.
    public init(_ text: LocalizedText, otherwise: String) {
        en = text.en ?? text.zh ?? otherwise
        zh = text.zh ?? text.en ?? otherwise
    }
}
