/// What there is to import for a small world.
enum WorldTables {
    /// In the order in which they build on each other.
    static let all: [(kind: String, table: Table)] = [
        ("people", people), ("friendships", friendships), ("products", products), ("purchases", purchases),
    ]

    static let people = Table(
        header: ["handle", "name", "zone", "minor"],
        rows: [
            ["ada", "Ada", "Europe/Stockholm", "false"],
            ["ben", "Ben", "Europe/London", "false"],
            ["cleo", "陈可乐", "Asia/Shanghai", "false"],
            ["dai", "Dai", "Asia/Shanghai", "true"],
        ])

    static let friendships = Table(
        header: ["a", "b"], rows: [["ada", "ben"], ["cleo", "ada"], ["ben", "cleo"], ["dai", "ada"]])

    /// Goods that look alike, as the policy shows a category or a band only where five goods fit it, and one of tier A.
    static let products = Table(
        header: ["id", "title", "title_zh", "category", "brand", "price", "currency"],
        rows: (0..<8).flatMap { number in
            [
                ["tea-\(number)", "Green Tea \(number)", "绿茶 \(number)", "fb-1-14", "Yunwu", "5\(number).00", "CNY"],
                ["coffee-\(number)", "Blend \(number)", "咖啡 \(number)", "fb-1-3", "Lantern", "6\(number).50", "CNY"],
            ]
        } + [["private-1", "Condoms Box of 12", "避孕套", "hb-1-5", "Veil", "69.00", "CNY"]])

    /// From February to April, one of them of tier A.
    static let purchases = purchases(perBuyer: 24)

    static func purchases(perBuyer count: Int) -> Table {
        Table(
            header: ["order", "buyer", "product", "quantity", "total", "currency", "at", "line"],
            rows: ["ben", "cleo"].flatMap { buyer in
                (0..<count).map { number in
                    let product =
                        number == 5 ? "private-1" : "\(number.isMultiple(of: 2) ? "tea" : "coffee")-\(number % 8)"
                    let day = "2026-0\(2 + number % 3)-\(10 + number % 18)"
                    let hour = 10 + number % 9
                    let minute = 10 + number / 9 % 50
                    return [
                        "\(buyer)-\(number)", buyer, product, "1", "5\(number % 8).40", "CNY",
                        "\(day)T\(hour):\(minute):00",
                        "1",
                    ]
                }
            })
    }
}
