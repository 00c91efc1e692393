/// A text in English, in Chinese, or in both.
public struct LocalizedText: Hashable, Sendable, Codable {
    public let en: String?
    public let zh: String?

    public init(en: String?, zh: String?) {
        self.en = en
        self.zh = zh
    }
}
