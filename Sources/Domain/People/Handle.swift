/// The name by which the host platform knows a person.
///
/// 1 to 64 characters out of lower-case Latin letters, digits, `_`, `-` and `.`, beginning with a letter or
/// a digit, so that no two handles look alike. Sensitivity: personal; never logged, never stored in clear.
public struct Handle: Hashable, Comparable, Sendable {
    /// The most characters that a handle may have.
    public static let maximumLength = 64

    public let text: String

    /// Nothing, when the text is not a well-formed handle.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        let bytes = text.utf8
        guard (1...Self.maximumLength).contains(bytes.count), let first = bytes.first, Self.isAlphanumeric(first),
            bytes.allSatisfy({ Self.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        self.text = text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    public static func < (left: Handle, right: Handle) -> Bool { left.text < right.text }
}
