/// A field that a row is asked for.
public struct Field: Hashable, Sendable {
    public let name: String
    /// Whether a table with a header line must have a column for it.
    public let isRequired: Bool

    public static func required(_ name: String) -> Field { Field(name: name, isRequired: true) }
    public static func optional(_ name: String) -> Field { Field(name: name, isRequired: false) }
}
