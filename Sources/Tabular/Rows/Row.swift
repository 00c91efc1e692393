/// One record of a table, with its fields by name.
///
/// Sensitivity: as personal as the file.
public struct Row: Sendable {
    /// The line on which it begins, counted from 1.
    public let line: Int
    private let fields: [String]
    private let values: [String?]

    init(line: Int, fields: [String], values: [String?]) {
        self.line = line
        self.fields = fields
        self.values = values
    }

    /// The text of a field; nothing when it is empty, absent or was not asked for.
    public subscript(field: String) -> String? {
        guard let place = fields.firstIndex(of: field) else { return nil }
        return values[place]
    }
}
