import Tabular

/// One person's settings in a file for many.
struct VisibilityRow: RowDecodable {
    static let fields: [Field] =
        [.required("person")]
        + [
            "sharing", "since", "opt_in", "opt_out", "levels", "private", "close_friends", "blocks", "mutes",
        ].map(Field.optional)

    let line: Int
    let input: Operation.VisibilityInput

    init(_ row: Row) throws(RowFault) {
        func list(_ field: String) -> [String] {
            (row[field] ?? "").split(separator: " ").map(String.init)
        }
        func text(_ field: String) -> String? {
            row[field].flatMap { $0.isEmpty ? nil : $0 }
        }
        func isOn(_ field: String) throws(RowFault) -> Bool? {
            switch text(field) {
            case nil: nil
            case "on": true
            case "off": false
            default: throw RowFault(line: row.line, reason: "`\(field)`: expected `on` or `off`")
            }
        }
        guard let person = text("person") else { throw RowFault(line: row.line, reason: "`person` is empty") }
        var levels: [String: String] = [:]
        for setting in list("levels") {
            let parts = setting.split(separator: "=")
            guard parts.count == 2 else {
                throw RowFault(
                    line: row.line, reason: "`levels`: expected AUDIENCE:TIER=LEVEL, as friends:ordinary=hint")
            }
            levels[String(parts[0])] = String(parts[1])
        }
        line = row.line
        input = Operation.VisibilityInput(
            person: person, sharing: try isOn("sharing"), since: text("since"), optIn: list("opt_in"),
            optOut: list("opt_out"),
            levels: levels, isPrivate: try isOn("private"), addCloseFriends: list("close_friends"),
            addBlocks: list("blocks"), addMutes: list("mutes"))
    }
}
