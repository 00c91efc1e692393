/// A table or index of a database, as its schema tells it.
struct SchemaObject: Sendable {
    let isTable: Bool
    let name: String
    /// The table that it is, or that it indexes.
    let table: String
    let root: Int
    let statement: String

    /// Everything that the schema names, and the schema itself.
    static func all(in image: DatabaseImage) -> [SchemaObject] {
        var objects = [
            SchemaObject(isTable: true, name: "sqlite_schema", table: "sqlite_schema", root: 1, statement: "")
        ]
        image.walk(root: 1) { page, cell in
            let row = StoredRow(image.payload(of: cell, on: page))
            guard let type = row.text(0), let name = row.text(1), let table = row.text(2), let root = row.integer(3)
            else { return }
            objects.append(
                SchemaObject(
                    isTable: type == "table", name: name, table: table, root: root, statement: row.text(4) ?? ""))
        }
        return objects
    }

    /// The names of the columns, as the statement that made the table gives them.
    var columns: [String] {
        guard isTable, let open = statement.firstIndex(of: "("), let close = statement.lastIndex(of: ")") else {
            return []
        }
        var depth = 0
        var parts: [String] = [""]
        for character in statement[statement.index(after: open)..<close] {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        // What a virtual table is told beside its columns has a value.
        if statement.uppercased().hasPrefix("CREATE VIRTUAL") { parts.removeAll { $0.contains("=") } }
        let constraints: Set<String> = ["CHECK", "PRIMARY", "FOREIGN", "UNIQUE", "CONSTRAINT"]
        return parts.compactMap { part in
            let word = part.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
            let first = word.prefix { $0 != "(" }
            return first.isEmpty || constraints.contains(first.uppercased())
                ? nil : first.trimmingPrefix("\"").split(separator: "\"").first.map(String.init)
        }
    }
}
