/// A made world of any size, the same for the same seed.
struct SyntheticTables {
    let people: Int
    let friendsEach: Int
    /// By each person, over one year.
    let purchasesEach: Int
    let goods = 5_000
    /// More purchases, of something of no known category, which nobody but the buyer may see; spread over everybody.
    var hidden = 0
    let seed: UInt64

    /// Categories of the tree that is built in, most of them ordinary.
    private static let categories = ["fb-1-14", "fb-1-3", "fb-2-17", "fb-1-1", "hg-11", "hg-3"]

    func tables() -> WorldTables {
        var generator = SeededGenerator(seed: seed)
        var tables = WorldTables()
        tables.people = (0..<people).map { WorldTables.handle($0) }
        tables.owners = Array(0..<people)
        tables.friendships = friendships(&generator)
        tables.products = (0..<goods).map { number in
            let category = Self.categories[number % Self.categories.count]
            let price = "\(1 + Int.random(in: 0..<90, using: &generator)).90"
            return ["good-\(number)", "Good number \(number)", category, "Brand \(number % 97)", price, "USD"]
        }
        tables.purchases.reserveCapacity(people * purchasesEach)
        for person in 0..<people {
            for number in 0..<purchasesEach { tables.purchases.append(purchase(number, of: person, &generator)) }
        }
        guard hidden > 0 else { return tables }
        tables.products.append(["good-hidden", "Something", "", "", "", ""])
        for number in 0..<hidden {
            var row = purchase(number, of: number % people, &generator)
            (row[0], row[3]) = ("hidden-\(number)", "good-hidden")
            tables.purchases.append(row)
        }
        return tables
    }

    /// Everybody befriends half as many as wanted, all over the world, so that the mean is what is wanted.
    private func friendships(_ generator: inout SeededGenerator) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for person in 0..<people {
            var chosen: Set<Int> = []
            while chosen.count < min(friendsEach / 2, (people - 1) / 2) {
                let distance = Int.random(in: 1...max(1, (people - 1) / 2), using: &generator)
                chosen.insert(distance)
            }
            pairs += chosen.sorted().map { (person, (person + $0) % people) }
        }
        return pairs
    }

    private func purchase(_ number: Int, of person: Int, _ generator: inout SeededGenerator) -> [String] {
        let (month, day) = (Int.random(in: 1...12, using: &generator), Int.random(in: 1...28, using: &generator))
        let (hour, minute) = (Int.random(in: 8...21, using: &generator), Int.random(in: 0...59, using: &generator))
        let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return [
            "order-\(person)-\(number)", "1", WorldTables.handle(person),
            "good-\(Int.random(in: 0..<goods, using: &generator))", "1",
            "\(Int.random(in: 1...90, using: &generator)).90", "USD",
            "2017-\(pad(month))-\(pad(day))T\(pad(hour)):\(pad(minute)):00",
        ]
    }
}
