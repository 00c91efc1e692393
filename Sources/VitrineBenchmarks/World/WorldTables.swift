/// What is imported to make a world.
struct WorldTables {
    /// The category tree, where it is not the one that is built in.
    var taxonomy: String?
    var people: [String] = []
    /// Pairs of indices of people.
    var friendships: [(Int, Int)] = []
    /// Id, title, category, brand, price, currency.
    var products: [[String]] = []
    /// Order, line, buyer, product, quantity, total, currency, time.
    var purchases: [[String]] = []
    /// Those who share what they bought; indices of people.
    var owners: [Int] = []
    /// When it is imported, and when the clock of the server starts.
    var importedAt = "2018-01-02T00:00:00Z"
    var readAt = "2018-06-01T00:00:00Z"

    static func handle(_ number: Int) -> String {
        "person-\(String(repeating: "0", count: max(0, 6 - "\(number)".count)))\(number)"
    }

    func write(to folder: WorldFolder) throws {
        try folder.people.write(["handle", "name"], people.enumerated().map { [$1, "Person \($0)"] })
        try folder.friendships.write(["a", "b"], friendships.lazy.map { [people[$0.0], people[$0.1]] })
        try folder.products.write(["id", "title", "category", "brand", "price", "currency"], products)
        try folder.purchases.write(
            ["order", "line", "buyer", "product", "quantity", "total", "currency", "at"], purchases)
        let levels = ["close-friends", "friends"].flatMap { audience in
            ["ordinary", "owner-decides", "coarsen"].map { "\(audience):\($0)=full" }
        }.joined(separator: " ")
        try folder.visibility.write(
            ["person", "sharing", "since", "levels"],
            owners.map { [people[$0], "on", "2016-01-01T00:00:00Z", levels] })
        try folder.clock.write(["read_at"], [[readAt]])
    }
}
