extension Schema {
    /// Sealed records, catalogue and policy revisions.
    ///
    /// - `sealed` lies in the order of its addresses, which are random: no row number tells which boxes came together.
    /// - A category or product that is gone leaves its number and id behind (`status` NULL), so that neither is given
    ///   again.
    /// - `kept_class` is the class last known of a product that is gone or on no known shelf.
    /// - `product_words` holds the words of the catalogue, see `SearchIndex`, and nothing of anybody.
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
            """
            ALTER TABLE products ADD COLUMN brand_key TEXT;
            ALTER TABLE products ADD COLUMN commission INTEGER CHECK (commission BETWEEN 0 AND 10000);
            ALTER TABLE products ADD COLUMN listed_since INTEGER;
            ALTER TABLE products ADD COLUMN cheaper_since INTEGER;
            UPDATE products SET brand_key = vitrine_brand_key(brand) WHERE brand IS NOT NULL;
            CREATE INDEX products_by_brand ON products (brand_key) WHERE brand_key IS NOT NULL;
            CREATE INDEX products_by_category ON products (category_id) WHERE category_id IS NOT NULL;
            CREATE INDEX categories_by_parent ON categories (parent_id) WHERE parent_id IS NOT NULL;

            CREATE TABLE reference_prices (
                product INTEGER NOT NULL REFERENCES products (number),
                position INTEGER NOT NULL,
                seller TEXT NOT NULL,
                price INTEGER NOT NULL,
                currency TEXT NOT NULL,
                PRIMARY KEY (product, position)
            ) STRICT, WITHOUT ROWID;

            CREATE VIRTUAL TABLE product_words USING fts5(words, tokenize = 'ascii');
            INSERT INTO product_words (rowid, words)
                SELECT number, vitrine_words(title_en, title_zh, brand) FROM products WHERE status IS NOT NULL;
            """,
            """
            ALTER TABLE products ADD COLUMN kept_class INTEGER CHECK (kept_class BETWEEN 0 AND 65535);
            CREATE INDEX products_by_kept_class ON products (kept_class) WHERE kept_class IS NOT NULL;
            """,
        ])
}
