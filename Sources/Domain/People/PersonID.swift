/// The internal number of a person: random, never reused, never shown.
///
/// A handle deleted and put again names a new person with a new number, so nothing that was recorded
/// for the old one can apply to the new one.
public struct PersonID: Hashable, Comparable, Sendable {
    /// Never zero.
    public let rawValue: UInt64

    public init(rawValue: UInt64) {
        precondition(rawValue != 0, "a person's number is never zero")
        self.rawValue = rawValue
    }

    public static func < (left: PersonID, right: PersonID) -> Bool { left.rawValue < right.rawValue }
}
