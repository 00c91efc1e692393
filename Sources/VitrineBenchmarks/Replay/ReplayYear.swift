import Domain

/// Who is friends with whom, and what was bought on which day.
struct ReplayYear {
    struct Purchase {
        let buyer: Int
        let key: PurchaseKey
        let product: ProductID
        let quantity: UInt32
        let total: Money
        let at: LocalDateTime
    }

    /// One of so many households hides everything.
    private static let hiddenOneOf = 5

    let tables: WorldTables
    let people: [Handle]
    let friends: [[Int]]
    let friendships: Int
    /// By the number of the day.
    let purchases: [Int32: [Purchase]]
    /// The households that hide everything.
    let hiding: Set<Int>
    let firstDay: CivilDay
    let lastDay: CivilDay

    init(_ tables: WorldTables, seed: UInt64) throws {
        self.tables = tables
        people = try tables.people.map { text in
            guard let handle = Handle(text) else { throw BenchFailure("`\(text)` is no handle") }
            return handle
        }
        var friends: [[Int]] = Array(repeating: [], count: people.count)
        for (first, second) in tables.friendships {
            friends[first].append(second)
            friends[second].append(first)
        }
        self.friends = friends.map { $0.sorted() }
        friendships = tables.friendships.count
        let numbers = Dictionary(uniqueKeysWithValues: tables.people.enumerated().map { ($1, $0) })
        let rows = try tables.purchases.map { row in try Self.purchase(row, numbers) }
        purchases = Dictionary(grouping: rows, by: \.at.day.number)
        var generator = SeededGenerator(seed: seed)
        hiding = Set(tables.owners.filter { _ in generator.next().isMultiple(of: UInt64(Self.hiddenOneOf)) })
        guard let first = purchases.keys.min(), let last = purchases.keys.max() else {
            throw BenchFailure("nothing was bought")
        }
        (firstDay, lastDay) = (CivilDay(number: first), CivilDay(number: last))
    }

    private static func purchase(_ row: [String], _ people: [String: Int]) throws -> Purchase {
        guard let buyer = people[row[2]], let key = PurchaseKey(source: "replay", order: row[0], line: row[1]),
            let product = ProductID(row[3]), let quantity = UInt32(row[4]), let currency = Currency(row[6]),
            let total = Money(majorUnits: row[5], currency: currency), let at = LocalDateTime.parse(row[7])?.local
        else { throw BenchFailure("a purchase cannot be read: `\(row.joined(separator: " "))`") }
        return Purchase(buyer: buyer, key: key, product: product, quantity: quantity, total: total, at: at)
    }
}
