extension RawWorld {
    /// The same with the first so many nodes of the graph alone, and what their households bought.
    func town(of count: Int) -> RawWorld {
        let edges = edges.filter { $0.0 < count && $0.1 < count }
        var friends: [Int: Set<Int>] = [:]
        for (first, second) in edges {
            friends[first, default: []].insert(second)
            friends[second, default: []].insert(first)
        }
        let purchases = purchases.filter { $0.owner < count && friends[$0.owner] != nil }
        let bought = Set(purchases.map(\.product))
        return RawWorld(
            policy: policy, taxonomy: taxonomy, edges: edges, friends: friends,
            goods: goods.filter { bought.contains($0.key) }, purchases: purchases)
    }
}
