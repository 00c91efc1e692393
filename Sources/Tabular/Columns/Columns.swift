/// Which cell of a record holds which field.
struct Columns: Sendable {
    /// The names of the fields, in the order of a row's values.
    let fields: [String]
    /// The headers under which they are found, in the same order.
    let headers: [String]
    /// For each cell of a record the place of its field; nothing for cells that nobody asked for.
    private(set) var places: [Int?]

    /// The columns of a form that names them in every record.
    init(fields: [Field], mapping: ColumnMapping) {
        self.fields = fields.map(\.name)
        headers = fields.map { mapping.header(of: $0) }
        places = []
    }

    /// The columns under a header line.
    init(fields: [Field], mapping: ColumnMapping, found: [String]) throws(TabularError) {
        self.init(fields: fields, mapping: mapping)
        var seen: Set<String> = []
        for header in found where !seen.insert(header).inserted && headers.contains(header) {
            throw .repeatedColumn(header)
        }
        let missing = zip(fields, headers).filter { $0.isRequired && !seen.contains($1) }
        guard missing.isEmpty else {
            let taken = Set(headers)
            let free = found.filter { !taken.contains($0) }
            throw .missingColumns(
                missing.map { field, header in
                    MissingColumn(
                        field: field.name, header: header, nearest: Spelling.nearest(to: header, among: free))
                },
                found: found)
        }
        places = found.map { headers.firstIndex(of: $0) }
    }
}
