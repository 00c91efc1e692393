/// One way in which a policy may show more than the one before it, as a sentence for its operator.
///
/// Not personal data.
public struct PolicyWidening: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
