import Domain
import GRDB
import Storage

/// Finds products by words, category and brand.
enum ProductSearch {
    /// A category and what lies under it; a tree that is a circle ends where it began.
    private static let subtree = """
        products.category_id IN (
            WITH RECURSIVE below (id) AS (
                SELECT id FROM categories WHERE id = ? AND status IS NOT NULL
                UNION SELECT categories.id FROM categories JOIN below ON categories.parent_id = below.id
                    WHERE categories.status IS NOT NULL)
            SELECT id FROM below)
        """

    static func numbers(_ query: CatalogueQuery, in database: Database) throws -> [UInt32] {
        var table = "products"
        var conditions = ["products.status = 0", "products.number > ?"]
        var arguments: [(any DatabaseValueConvertible)?] = [query.after]
        if let text = query.text {
            guard let expression = SearchIndex.expression(of: text) else { return [] }
            table = "product_words JOIN products ON products.number = product_words.rowid"
            conditions.append("product_words MATCH ?")
            arguments.append(expression)
        }
        if let category = query.categoryID {
            conditions.append(subtree)
            arguments.append(category)
        }
        if let brand = query.brand {
            conditions.append("products.brand_key = ?")
            arguments.append(SearchFunctions.key(ofBrand: brand))
        }
        arguments.append(query.limit)
        return try UInt32.fetchAll(
            database,
            sql: """
                SELECT products.number FROM \(table) WHERE \(conditions.joined(separator: " AND "))
                ORDER BY products.number LIMIT ?
                """,
            arguments: StatementArguments(arguments))
    }
}
