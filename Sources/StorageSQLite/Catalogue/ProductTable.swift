import Domain
import GRDB
import Storage

/// The products' table.
///
/// A row with `status` NULL keeps the number of a product that is gone.
enum ProductTable {
    static func all(in database: Database) throws -> [Product] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT number, id, status, title_en, title_zh, category_id, brand,
                    list_price, list_currency, exclusive_price, exclusive_currency,
                    commission, listed_since, cheaper_since
                FROM products WHERE status IS NOT NULL ORDER BY number
                """)
        let references = try ReferencePriceTable.all(in: database)
        var products: [Product] = []
        while let row = try rows.next() {
            products.append(try product(from: row, references: references))
        }
        return products
    }

    static func put(_ draft: ProductDraft, in database: Database) throws -> Product {
        // Without a number given, SQLite takes the largest one plus one; rows are never deleted, so it is always new.
        let upsert = try database.cachedStatement(
            sql: """
                INSERT INTO products (id, status, title_en, title_zh, category_id, brand,
                    list_price, list_currency, exclusive_price, exclusive_currency,
                    brand_key, commission, listed_since, cheaper_since)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET status = excluded.status, title_en = excluded.title_en,
                    title_zh = excluded.title_zh, category_id = excluded.category_id, brand = excluded.brand,
                    list_price = excluded.list_price, list_currency = excluded.list_currency,
                    exclusive_price = excluded.exclusive_price, exclusive_currency = excluded.exclusive_currency,
                    brand_key = excluded.brand_key, commission = excluded.commission,
                    listed_since = excluded.listed_since, cheaper_since = excluded.cheaper_since
                RETURNING number
                """)
        let number = try UInt32.fetchOne(
            upsert,
            arguments: [
                draft.id.text, draft.status.rawValue, draft.title.en, draft.title.zh, draft.categoryID, draft.brand,
                draft.listPrice?.minorUnits, draft.listPrice?.currency.code,
                draft.exclusivePrice?.minorUnits, draft.exclusivePrice?.currency.code,
                draft.brand.map(SearchFunctions.key(ofBrand:)), draft.commissionRate?.value,
                draft.listedSince?.seconds, draft.cheaperSince?.seconds,
            ])
        guard let number else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        try ReferencePriceTable.replace(of: number, with: draft.references, in: database)
        try SearchIndex.put(draft, number: number, in: database)
        return Product(draft, number: number)
    }

    static func delete(_ id: ProductID, in database: Database) throws {
        try SearchIndex.remove(id, in: database)
        try database.execute(
            sql: "DELETE FROM reference_prices WHERE product = (SELECT number FROM products WHERE id = ?)",
            arguments: [id.text])
        try database.execute(
            sql: """
                UPDATE products SET status = NULL, title_en = NULL, title_zh = NULL, category_id = NULL, brand = NULL,
                    list_price = NULL, list_currency = NULL, exclusive_price = NULL, exclusive_currency = NULL,
                    brand_key = NULL, commission = NULL, listed_since = NULL, cheaper_since = NULL
                WHERE id = ?
                """,
            arguments: [id.text])
    }

    static func keptClasses(in database: Database) throws -> [ProductID: ClassCode] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT id, kept_class FROM products WHERE kept_class IS NOT NULL")
        var classes: [ProductID: ClassCode] = [:]
        while let row = try rows.next() {
            guard let id = ProductID(row[0] as String) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            classes[id] = ClassCode(rawValue: row[1])
        }
        return classes
    }

    static func keep(_ classes: [ProductID: ClassCode?], in database: Database) throws {
        let statement = try database.cachedStatement(sql: "UPDATE products SET kept_class = ? WHERE id = ?")
        for (id, code) in classes { try statement.execute(arguments: [code?.rawValue, id.text]) }
    }

    /// The numbers of products that are gone.
    static func removed(in database: Database) throws -> [ProductID: UInt32] {
        let rows = try Row.fetchCursor(database, sql: "SELECT id, number FROM products WHERE status IS NULL")
        var numbers: [ProductID: UInt32] = [:]
        while let row = try rows.next() {
            if let id = ProductID(row[0] as String) { numbers[id] = row[1] }
        }
        return numbers
    }

    private static func product(from row: Row, references: [UInt32: [ReferencePrice]]) throws -> Product {
        // What the table's checks do not exclude is damage, and must not be served.
        guard let id = ProductID(row[1] as String), let status = Product.Status(rawValue: row[2]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return Product(
            number: row[0], id: id, title: LocalizedText(en: row[3], zh: row[4]), categoryID: row[5], brand: row[6],
            listPrice: try money(row, at: 7), exclusivePrice: try money(row, at: 9), status: status,
            commissionRate: try commission(row), references: references[row[0]] ?? [],
            listedSince: (row[12] as Int64?).map { Instant(seconds: $0) },
            cheaperSince: (row[13] as Int64?).map { Instant(seconds: $0) })
    }

    private static func commission(_ row: Row) throws -> BasisPoints? {
        guard let value: Int = row[11] else { return nil }
        guard let rate = BasisPoints(value) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return rate
    }

    private static func money(_ row: Row, at column: Int) throws -> Money? {
        guard let minorUnits: Int64 = row[column], let code: String = row[column + 1] else { return nil }
        guard let currency = Currency(code) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Money(minorUnits: minorUnits, currency: currency)
    }
}
