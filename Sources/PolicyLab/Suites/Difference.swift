/// Where what is seen departs from what a suite expects.
public struct Difference: Sendable, Equatable, Encodable {
    /// What is compared: a field, `rules`, `exposes.time.value`.
    public let subject: String
    public let expected: String
    public let actual: String

    /// A difference, unless both say the same.
    init?(_ subject: String, expected: String, actual: String) {
        guard expected != actual else { return nil }
        self.subject = subject
        self.expected = expected
        self.actual = actual
    }
}
