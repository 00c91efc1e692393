/// What is told when two worlds can be told apart: seed, smallest pair, first differing answer.
struct Report: Sendable, CustomStringConvertible {
    let plan: WorldPlan
    let difference: Difference

    var description: String {
        var lines = ["seed \(plan.seed): the worlds can be told apart", "\(difference)", "smallest pair:"]
        lines += plan.people.map { "    \($0)" }
        lines += plan.friendships.map { "    \($0.one) and \($0.other) are friends" }
        lines += plan.purchases.map { "    \($0)" }
        lines += plan.requests.map { "    \($0)" }
        return lines.joined(separator: "\n")
    }
}
