/// What names a purchase: who sent it, the order, the line.
///
/// Orders are namespaced by the client that sends them, so two platforms may use the same numbers.
/// Sensitivity: personal; stored as a keyed digest only.
public struct PurchaseKey: Hashable, Sendable {
    public static let maximumLength = 128

    public let source: String
    public let order: String
    public let line: String

    /// Nothing, unless each part is 1 to 128 printable ASCII characters without blanks.
    public init?(source: some StringProtocol, order: some StringProtocol, line: some StringProtocol) {
        let (source, order, line) = (String(source), String(order), String(line))
        guard ExternalID.isWellFormed(source, maximumLength: Self.maximumLength),
            ExternalID.isWellFormed(order, maximumLength: Self.maximumLength),
            ExternalID.isWellFormed(line, maximumLength: Self.maximumLength)
        else { return nil }
        self.source = source
        self.order = order
        self.line = line
    }
}
