/// The small picture of a shop: one character as people perceive it, out of any script or the emoji.
///
/// No picture behind an address: loading it would tell its server who looks at which shop, and when.
public struct Avatar: Hashable, Sendable {
    public static let expectation = "expected one visible character or emoji"
    /// Families and flags are made of several scalars.
    private static let maximumScalars = 16

    public let text: String

    /// Nothing, when the text is not exactly one visible character.
    public init?(_ text: String) {
        guard let text = TextRule(maximumLength: Self.maximumScalars).normalized(text), text.count == 1,
            let first = text.unicodeScalars.first
        else { return nil }
        switch first.properties.generalCategory {
        // A mark without a letter to sit on sits on whatever stands before it.
        case .format, .nonspacingMark, .enclosingMark, .spacingMark, .spaceSeparator: return nil
        default: self.text = text
        }
    }
}
