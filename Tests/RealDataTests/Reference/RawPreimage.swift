/// All leaves and goods that could look alike, by class.
struct RawPreimage {
    var leaves: [String: Int] = [:]
    var goods: [String: Int] = [:]

    /// Whether looking so says that something is sensitive: four in five must be ordinary, twenty at least, and no one
    /// sensitive class more than a tenth where it is shown alone.
    func tells(_ policy: RawPolicy) -> Bool {
        func ordinary(_ counts: [String: Int]) -> Int {
            counts.filter { policy.tier($0.key) == "ordinary" }.values.reduce(0, +)
        }
        if ordinary(leaves) + ordinary(goods) < 20 { return true }
        return [leaves, goods].contains { counts in
            let all = counts.values.reduce(0, +)
            let most = counts.filter { policy.tier($0.key) != "ordinary" }.values.max() ?? 0
            return ordinary(counts) * 5 < all * 4 || most * 10 > ordinary(counts) + most
        }
    }
}
