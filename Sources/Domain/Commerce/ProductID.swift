/// The id under which the host platform knows a product: 1 to 128 printable ASCII characters without blanks.
public struct ProductID: Hashable, Comparable, Sendable {
    public static let maximumLength = 128

    public let text: String

    public init?(_ text: some StringProtocol) {
        let text = String(text)
        guard ExternalID.isWellFormed(text, maximumLength: Self.maximumLength) else { return nil }
        self.text = text
    }

    public static func < (left: ProductID, right: ProductID) -> Bool { left.text < right.text }
}

/// What every id that comes from outside must be made of.
enum ExternalID {
    /// Takes a `String`, so that the loop over its bytes is compiled for it.
    static func isWellFormed(_ text: String, maximumLength: Int) -> Bool {
        let bytes = text.utf8
        return (1...maximumLength).contains(bytes.count) && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
