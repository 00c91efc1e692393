/// Why a table cannot be read at all.
///
/// Names of columns and fields only; never a value of a row.
public enum TabularError: Error, Equatable, Sendable {
    /// The file cannot be opened; the code is `errno`.
    case cannotOpen(code: Int32)
    /// Reading broke off; the code is `errno`.
    case cannotRead(code: Int32)
    /// Neither the path nor an option tells the format.
    case unknownFormat
    /// The bytes are compressed.
    case compressed
    /// There is no header line.
    case noHeader
    /// The header line cannot be read.
    case malformedHeader(reason: String)
    /// Required fields have no column.
    case missingColumns([MissingColumn], found: [String])
    /// Two columns have the same name.
    case repeatedColumn(String)
    /// A part of the mapping is not of the form `field=header`.
    case malformedMapping(String)
    /// The mapping names a field that there is not.
    case unknownField(String, nearest: String?, known: [String])
    /// The mapping names a field twice.
    case repeatedField(String)
}
