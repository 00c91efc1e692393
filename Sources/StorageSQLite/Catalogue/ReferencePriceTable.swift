import Domain
import GRDB
import Storage

/// What other sellers ask for products.
enum ReferencePriceTable {
    /// By the product's number, in the order in which they were put.
    static func all(in database: Database) throws -> [UInt32: [ReferencePrice]] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT product, seller, price, currency FROM reference_prices ORDER BY product, position")
        var prices: [UInt32: [ReferencePrice]] = [:]
        while let row = try rows.next() {
            guard let currency = Currency(row[3] as String),
                let price = ReferencePrice(
                    seller: row[1], price: Money(minorUnits: row[2], currency: currency))
            else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            prices[row[0], default: []].append(price)
        }
        return prices
    }

    static func replace(of product: UInt32, with prices: [ReferencePrice], in database: Database) throws {
        let removal = try database.cachedStatement(sql: "DELETE FROM reference_prices WHERE product = ?")
        try removal.execute(arguments: [product])
        let insertion = try database.cachedStatement(
            sql: """
                INSERT INTO reference_prices (product, position, seller, price, currency) VALUES (?, ?, ?, ?, ?)
                """)
        for (position, reference) in prices.enumerated() {
            try insertion.execute(
                arguments: [
                    product, position, reference.seller, reference.price.minorUnits, reference.price.currency.code,
                ])
        }
    }
}
