/// One record of a table, with its fields by name.
///
/// Sensitivity: as personal as the file.
public struct Row: Sendable {
    /// The line on which it begins, counted from 1.
    public let line: Int
    private let fields: [String]
    private let values: [String?]
    /// The places of the fields that hold `null`, which only JSON can say.
    private let cleared: Set<Int>

    init(line: Int, fields: [String], values: [String?], cleared: Set<Int> = []) {
        self.cleared = cleared
        self.line = line
        self.fields = fields
        self.values = values
    }

    /// Feeds the values of its fields to a hash, but not its line.
    func hash(into hasher: inout Hasher) {
        hasher.combine(values)
        hasher.combine(cleared)
    }

    /// The text of a field; nothing when it is empty, absent or was not asked for.
    public subscript(field: String) -> String? {
        guard let place = fields.firstIndex(of: field) else { return nil }
        return values[place]
    }

    /// Whether the row says that the field is to be empty, which an empty cell of CSV does not.
    public func isCleared(_ field: String) -> Bool {
        !cleared.isEmpty && fields.firstIndex(of: field).map(cleared.contains) == true
    }
}
