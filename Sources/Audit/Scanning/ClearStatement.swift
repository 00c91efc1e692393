/// A column that stands in clear, and why it may.
struct ClearStatement: Sendable, Encodable {
    let table: String
    let column: String
    let reason: String

    /// Everything that may stand in clear; whatever else a schema has is a leak until a reason is written here.
    static let all: [ClearStatement] =
        [
            ("sealed", "address", "a keyed hash of what a record is and whose; says nothing without the key"),
            ("sealed", "box", "sealed; its length is one of few"),
            ("wraps", "address", "a keyed hash, as those of records"),
            (
                "wraps", "box",
                "sealed: people's keys under the root key, and write counters, the narrowing journal and tombstones"
            ),
            ("grdb_migrations", "identifier", "the steps that the schema has gone through"),
        ].map(ClearStatement.init)
        + columns(
            "categories", ["number", "id", "status", "parent_id", "name_en", "name_zh"],
            "the taxonomy: the same for everybody")
        + columns(
            "products",
            [
                "number", "id", "status", "title_en", "title_zh", "category_id", "brand", "list_price",
                "list_currency", "exclusive_price", "exclusive_currency", "commission", "listed_since", "cheaper_since",
                "brand_key", "kept_class",
            ], "the catalogue: what is sold, not who bought it")
        + columns(
            "reference_prices", ["product", "position", "seller", "price", "currency"],
            "the catalogue: what others ask for a good")
        + columns("product_words", ["words"], searched) + columns("product_words_config", ["k", "v"], searched)
        + columns("product_words_content", ["id", "c0"], searched)
        + columns("product_words_data", ["id", "block"], searched)
        + columns("product_words_docsize", ["id", "sz"], searched)
        + columns("product_words_idx", ["segid", "term", "pgno"], searched)
        + columns(
            "policy_revisions", ["ordinal", "name", "decisions", "memory", "loaded_at"],
            "the policies that were in force: the operator's, nobody's")
        + columns("policy_loads", ["number", "ordinal", "at"], "when which policy was loaded: the operator's")
        + columns(
            "raises", ["number", "at", "until", "undo"],
            "what a policy or a catalogue hides since when: of goods and classes, of nobody")
        + columns("sqlite_sequence", ["name", "seq"], "the last number of a table that counts")
        + columns("sqlite_schema", ["type", "name", "tbl_name", "rootpage", "sql"], "the schema, which is public")

    private static let searched = "the words of titles and brands, for searching the catalogue"

    private static func columns(_ table: String, _ names: [String], _ reason: String) -> [ClearStatement] {
        names.map { ClearStatement(table: table, column: $0, reason: reason) }
    }

    private init(_ entry: (String, String, String)) {
        self.init(table: entry.0, column: entry.1, reason: entry.2)
    }

    private init(table: String, column: String, reason: String) {
        self.table = table
        self.column = column
        self.reason = reason
    }

    /// The tables of boxes; every other table is in clear.
    static let boxTables: Set<String> = ["sealed", "wraps"]

    static func isKnown(table: String, column: String) -> Bool {
        all.contains { $0.table == table && $0.column == column }
    }
}
