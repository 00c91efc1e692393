/// A word of titles that came, went, or means something else.
public struct TermDifference: Sendable, Codable, Hashable {
    public let direction: Direction
    /// `en` or `zh`.
    public let language: String
    public let word: String
    /// The classes it raises goods to, with what it does not hit; nothing when the policy does not have the word.
    public let before: String?
    public let after: String?
    /// Why it goes that way, where that is not plain.
    public let note: String?

    var text: String {
        "\(direction.rawValue): `\(word)` \(before ?? "no term") -> \(after ?? "no term")"
            + (note.map { "; \($0)" } ?? "")
    }
}
