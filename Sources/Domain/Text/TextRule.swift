import Foundation

/// What a text that people read may be made of.
///
/// Its length after normalization to NFC, without blanks around it; and no scalars that steer a terminal, turn the direction of
/// what follows, or are not seen, other than the joiners that scripts and emoji need.
public struct TextRule: Hashable, Sendable {
    /// Names of people.
    public static let name = TextRule(maximumLength: 80)
    /// Titles of products, names of categories and brands.
    ///
    /// Real catalogues have zero-width spaces and soft hyphens in them. These are dropped, so that they neither keep a good out
    /// nor hide a word from the policy's terms.
    public static let title = TextRule(maximumLength: 300, dropsUnseen: true)

    /// In Unicode scalars.
    public let maximumLength: Int
    /// Whether scalars that are not seen and steer nothing are taken away instead of refused.
    private let dropsUnseen: Bool

    /// What is expected, for a message.
    public var expectation: String {
        "expected 1 to \(maximumLength) characters, without control or bidirectional override characters"
    }

    public init(maximumLength: Int) {
        self.init(maximumLength: maximumLength, dropsUnseen: false)
    }

    private init(maximumLength: Int, dropsUnseen: Bool) {
        self.maximumLength = maximumLength
        self.dropsUnseen = dropsUnseen
    }

    /// The text in NFC without blanks around it; nothing when it is blank, too long, or holds a forbidden scalar.
    public func normalized(_ text: String) -> String? {
        // Longer than any text that could be composed to the length that is allowed; saves the work of composing it.
        guard text.utf8.count <= maximumLength * 16 else { return nil }
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let composed = isASCII ? text : (dropsUnseen ? Self.seen(text) : text).precomposedStringWithCanonicalMapping
        // Looked at before trimming, which would take a zero-width space for a blank.
        guard !composed.unicodeScalars.contains(where: Self.isForbidden) else { return nil }
        let trimmed = composed.trimmingCharacters(in: .whitespaces)
        return (1...maximumLength).contains(trimmed.unicodeScalars.count) ? trimmed : nil
    }

    /// The text without soft hyphens, zero-width spaces, word joiners and byte order marks.
    private static func seen(_ text: String) -> String {
        var seen = String.UnicodeScalarView()
        seen.append(
            contentsOf: text.unicodeScalars.filter { ![0xAD, 0x200B, 0x2060, 0xFEFF].contains($0.value) })
        return String(seen)
    }

    /// Control characters, line and paragraph separators, noncharacters; the embeddings, overrides and isolates
    /// of UAX #9.
    public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: return true
        case .format: return scalar.value != 0x200C && scalar.value != 0x200D
        default: return false
        }
    }
}
