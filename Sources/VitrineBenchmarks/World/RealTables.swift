/// One year of real purchases over a real graph of friends, read from a folder with them.
///
/// Household number i, in numeric order of its id, is person 6·i of the graph. That pairing is made here: neither source knows it.
struct RealTables {
    let source: String
    /// Which category each department, category and type of goods is.
    let productTypes: String

    func tables() throws -> WorldTables {
        var tables = WorldTables()
        tables.taxonomy = "\(source)/taxonomy/shopify_categories_en_zh.tsv"
        let edges = try TableFile(path: "\(source)/graph/facebook_combined.txt.gz")
            .rows(separator: " ", hasHeader: false).compactMap { row in
                row.count == 2 ? Int(row[0]).flatMap { first in Int(row[1]).map { (first, $0) } } : nil
            }
        tables.people = (0...(edges.map { max($0.0, $0.1) }.max() ?? 0)).map { WorldTables.handle($0) }
        tables.friendships = edges
        let journey = "\(source)/purchases/complete_journey"
        let rows = try TableFile(path: "\(journey)/transactions_sample.tsv.gz").rows()
        let households = Set(rows.compactMap { Int($0[0]) }).sorted()
        let people = Dictionary(uniqueKeysWithValues: households.enumerated().map { ("\($1)", 6 * $0) })
        tables.owners = households.indices.map { 6 * $0 }
        tables.products = try products("\(journey)/products.tsv.gz", prices: Self.prices(rows))
        var seen: [String: Int] = [:]
        tables.purchases = rows.compactMap { row in
            guard let person = people[String(row[0])] else { return nil }
            let key = "\(row[2]) \(row[3])"
            seen[key, default: 0] += 1
            let times = seen[key] ?? 1
            return [
                String(row[2]), times > 1 ? "\(row[3])-\(times)" : String(row[3]), WorldTables.handle(person),
                String(row[3]), String(row[4]), String(row[5]), "USD", String(row[1]),
            ]
        }
        return tables
    }

    private func products(_ path: String, prices: [Substring: String]) throws -> [[String]] {
        let categories = Dictionary(
            try TableFile(path: productTypes).rows().map { ("\($0[0])\t\($0[1])\t\($0[2])", String($0[3])) },
            uniquingKeysWith: { first, _ in first })
        return try TableFile(path: path).rows().map { row in
            let title = [row[5], row[4], row[2]].first { !$0.isEmpty } ?? row[0]
            let price = prices[row[0]]
            return [
                String(row[0]), String(title), categories["\(row[2])\t\(row[4])\t\(row[5])"] ?? "", String(row[3]),
                price ?? "", price == nil ? "" : "USD",
            ]
        }
    }

    /// The first price that was paid for one of each good.
    private static func prices(_ purchases: [[Substring]]) -> [Substring: String] {
        var prices: [Substring: String] = [:]
        for row in purchases where row[4] == "1" && prices[row[3]] == nil { prices[row[3]] = String(row[5]) }
        return prices
    }
}
