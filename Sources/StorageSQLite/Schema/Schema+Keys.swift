extension Schema {
    /// Wrapped keys, at addresses of the same kind as the records'.
    static let keys = Schema(
        applicationID: 0x7674_6B79,
        steps: [
            """
            CREATE TABLE wraps (
                address BLOB NOT NULL PRIMARY KEY CHECK (length(address) = 16),
                box BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;
            """
        ])
}
