import Foundation

/// What a text that people read may be made of: its length after normalization to NFC, and no scalars that
/// steer a terminal or turn the direction of what follows.
public struct TextRule: Hashable, Sendable {
    /// Names of people.
    public static let name = TextRule(maximumLength: 80)
    /// Titles of products, names of categories and brands.
    public static let title = TextRule(maximumLength: 300)

    /// In Unicode scalars.
    public let maximumLength: Int

    /// What is expected, for a message.
    public var expectation: String {
        "expected 1 to \(maximumLength) characters, without control or bidirectional override characters"
    }

    /// The text in NFC; nothing when it is blank, too long, or holds a forbidden scalar.
    public func normalized(_ text: String) -> String? {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let composed = isASCII ? text : text.precomposedStringWithCanonicalMapping
        var length = 0
        var isBlank = true
        for scalar in composed.unicodeScalars {
            length += 1
            guard length <= maximumLength, !Self.isForbidden(scalar) else { return nil }
            if isBlank, !scalar.properties.isWhitespace { isBlank = false }
        }
        return isBlank ? nil : composed
    }

    /// Control characters, line and paragraph separators, noncharacters; the embeddings, overrides and isolates
    /// of UAX #9.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
