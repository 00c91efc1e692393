import Domain
import GRDB
import Storage

/// The taxonomy's table.
///
/// A row with `status` NULL keeps the number of a category that is gone.
enum CategoryTable {
    static func all(in database: Database) throws -> [Category] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT number, id, parent_id, name_en, name_zh FROM categories WHERE status IS NOT NULL ORDER BY number
                """)
        var categories: [Category] = []
        while let row = try rows.next() {
            categories.append(
                Category(
                    number: row[0], id: row[1], parentID: row[2], name: LocalizedText(en: row[3], zh: row[4])))
        }
        return categories
    }

    /// The numbers of categories that are gone.
    static func removed(in database: Database) throws -> [String: UInt32] {
        let rows = try Row.fetchCursor(database, sql: "SELECT id, number FROM categories WHERE status IS NULL")
        var numbers: [String: UInt32] = [:]
        while let row = try rows.next() { numbers[row[0]] = row[1] }
        return numbers
    }

    static func replaceAll(with drafts: [CategoryDraft], in database: Database) throws {
        try database.execute(
            sql: "UPDATE categories SET status = NULL, parent_id = NULL, name_en = NULL, name_zh = NULL")
        // Without a number given, SQLite takes the largest one plus one; rows are never deleted, so it is always new.
        let upsert = try database.cachedStatement(
            sql: """
                INSERT INTO categories (id, status, parent_id, name_en, name_zh) VALUES (?, 0, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET status = 0, parent_id = excluded.parent_id,
                    name_en = excluded.name_en, name_zh = excluded.name_zh
                """)
        for draft in drafts {
            try upsert.execute(arguments: [draft.id, draft.parentID, draft.name.en, draft.name.zh])
        }
    }
}
