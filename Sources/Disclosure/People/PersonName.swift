import Foundation

/// A name as it is shown: 1 to 80 characters in normal form C, without control or direction characters.
public enum PersonName {
    public static let maximumLength = 80

    /// The name in normal form, or nothing when it is none.
    public static func normalized(_ text: String) -> String? {
        DisplayText.normalized(text, maximumLength: maximumLength)
    }
}

/// Text that is shown to others.
public enum DisplayText {
    /// The text in normal form C without blanks around it; nothing when it is empty, too long (in characters), or holds
    /// control characters or characters that override the writing direction.
    public static func normalized(_ text: String, maximumLength: Int) -> String? {
        guard text.utf8.count <= maximumLength * 16 else { return nil }
        let normal = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        guard !normal.isEmpty, normal.count <= maximumLength, normal.unicodeScalars.allSatisfy(isShowable) else { return nil }
        return normal
    }

    private static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: false
        case .format: scalar.value == 0x200D || scalar.value == 0x200C  // joiners, which scripts and emoji need
        default: true
        }
    }
}
