extension Schema {
    /// Sealed records, catalogue and policy revisions.
    ///
    /// - `sealed` lies in the order of its addresses, which are random: no row number tells which boxes came together.
    /// - A category or product that is gone leaves its number and id behind (`status` NULL), so that neither is given
    ///   again.
    /// - Strings compare by their bytes: ids that differ in case are two ids.
    static let data = Schema(
        applicationID: 0x7674_6464,
        steps: [
            """
            CREATE TABLE sealed (
                address BLOB NOT NULL PRIMARY KEY CHECK (length(address) = 16),
                box BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE categories (
                number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 4294967295),
                id TEXT NOT NULL UNIQUE,
                status INTEGER CHECK (status = 0),
                parent_id TEXT,
                name_en TEXT,
                name_zh TEXT
            ) STRICT;

            CREATE TABLE products (
                number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 4294967295),
                id TEXT NOT NULL UNIQUE,
                status INTEGER CHECK (status IN (0, 1)),
                title_en TEXT,
                title_zh TEXT,
                category_id TEXT,
                brand TEXT,
                list_price INTEGER,
                list_currency TEXT,
                exclusive_price INTEGER,
                exclusive_currency TEXT,
                CHECK ((list_price IS NULL) = (list_currency IS NULL)),
                CHECK ((exclusive_price IS NULL) = (exclusive_currency IS NULL))
            ) STRICT;

            CREATE TABLE policy_revisions (
                ordinal INTEGER PRIMARY KEY CHECK (ordinal >= 0),
                name TEXT NOT NULL UNIQUE,
                decisions BLOB NOT NULL,
                loaded_at INTEGER NOT NULL
            ) STRICT;
            """,
            """
            ALTER TABLE policy_revisions ADD COLUMN memory BLOB NOT NULL DEFAULT x'';

            CREATE TABLE policy_loads (
                number INTEGER PRIMARY KEY,
                ordinal INTEGER NOT NULL REFERENCES policy_revisions (ordinal),
                at INTEGER NOT NULL
            ) STRICT;

            INSERT INTO policy_loads (ordinal, at)
                SELECT ordinal, loaded_at FROM policy_revisions ORDER BY ordinal;

            CREATE TABLE raises (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                until INTEGER NOT NULL,
                undo BLOB NOT NULL
            ) STRICT;
            """,
        ])
}
