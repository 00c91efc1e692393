import Foundation

/// Everybody and everything, from the raw files.
struct RawWorld {
    let policy: RawPolicy
    let taxonomy: RawTaxonomy
    let edges: [(Int, Int)]
    let friends: [Int: Set<Int>]
    let goods: [String: RawGood]
    let purchases: [RawPurchase]

    var people: Range<Int> { 0..<((friends.keys.max() ?? -1) + 1) }
    var owners: [Int] { Set(purchases.map(\.owner)).sorted() }

    init() throws {
        policy = try RawPolicy()
        taxonomy = try RawTaxonomy(policy)
        var edges: [(Int, Int)] = []
        var friends: [Int: Set<Int>] = [:]
        for row in try RealInput.lines("graph/facebook_combined.txt.gz", separator: " ") {
            guard let first = Int(row[0]), let second = Int(row[1]) else { continue }
            edges.append((first, second))
            friends[first, default: []].insert(second)
            friends[second, default: []].insert(first)
        }
        self.edges = edges
        self.friends = friends
        purchases = try Self.purchases()
        goods = try Self.goods(purchases, policy, taxonomy)
    }

    init(
        policy: RawPolicy, taxonomy: RawTaxonomy, edges: [(Int, Int)], friends: [Int: Set<Int>],
        goods: [String: RawGood], purchases: [RawPurchase]
    ) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.edges = edges
        self.friends = friends
        self.goods = goods
        self.purchases = purchases
    }

    static func handle(_ person: Int) -> String { "person-" + padded(person) }
    static func name(_ person: Int) -> String { "Person " + padded(person) }

    private static func padded(_ person: Int) -> String {
        let digits = String(person)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    static func cents(_ text: String) -> Int64 {
        let parts = text.components(separatedBy: ".")
        return (Int64(parts[0]) ?? 0) * 100 + (parts.count > 1 ? Int64((parts[1] + "00").prefix(2)) ?? 0 : 0)
    }

    /// Household number i, in the order of their ids, stands at node 6·i.
    private static func purchases() throws -> [RawPurchase] {
        let rows = try RealInput.lines("purchases/complete_journey/transactions_sample.tsv.gz").dropFirst()
        let households = Set(rows.map { $0[0] }).sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
        let nodes = Dictionary(uniqueKeysWithValues: households.enumerated().map { ($0.element, 6 * $0.offset) })
        var occurrences: [String: Int] = [:]
        return rows.filter { $0[1] < RealInput.until }.map { row in
            let occurrence = (occurrences[row[2] + "/" + row[3]] ?? 0) + 1
            occurrences[row[2] + "/" + row[3]] = occurrence
            return RawPurchase(
                owner: nodes[row[0]] ?? -1, timestamp: row[1], order: row[2],
                line: occurrence > 1 ? "\(row[3])-\(occurrence)" : row[3], product: row[3], quantity: row[4],
                total: row[5])
        }
    }

    private static func goods(
        _ purchases: [RawPurchase], _ policy: RawPolicy, _ taxonomy: RawTaxonomy
    ) throws -> [String: RawGood] {
        let mapping = RealInput.checkout.appending(path: "Tests/RealDataTests/Input/product_types.tsv")
        let nodes = Dictionary(
            uniqueKeysWithValues: try RealInput.lines(of: mapping).dropFirst().map {
                ($0[0...2].joined(separator: "\t"), $0[3])
            })
        var prices: [String: [Int64]] = [:]
        for purchase in purchases {
            guard let quantity = Int64(purchase.quantity), quantity > 0 else { continue }
            prices[purchase.product, default: []].append(purchase.cents / quantity)
        }
        var goods: [String: RawGood] = [:]
        var classes: [String: [String]] = [:]
        for row in try RealInput.lines("purchases/complete_journey/products.tsv.gz").dropFirst() {
            let node = nodes[[row[2], row[4], row[5]].joined(separator: "\t")]
            let title = [row[5], row[4], row[2]].first { !$0.isEmpty } ?? "?"
            let found = prices[row[0]]?.sorted()
            let key = [title, row[3], node ?? ""].joined(separator: "\t")
            if classes[key] == nil {
                let byNode = taxonomy.rootClass(of: node, policy)
                classes[key] = byNode == "unknown" ? [byNode] : [byNode, policy.raised(byNode, by: [title, row[3]])]
            }
            goods[row[0]] = RawGood(
                id: row[0], title: title, brand: row[3], node: node, classes: classes[key] ?? ["unknown"],
                price: found.map { $0[($0.count - 1) / 2] })
        }
        return goods
    }
}
