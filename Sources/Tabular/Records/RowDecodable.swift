/// What can be read off a row of a table.
public protocol RowDecodable: Sendable {
    /// The fields that it is made of.
    static var fields: [Field] { get }

    /// Throws the first fault: which field, and what was expected.
    init(_ row: Row) throws(RowFault)
}
