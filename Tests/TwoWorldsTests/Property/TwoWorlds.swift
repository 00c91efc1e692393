/// The property: whoever may not see the difference of two worlds cannot tell them apart.
struct TwoWorlds: Sendable {
    var leak: any Leak = NoLeak()

    /// What was seen of a pair, and where it first differs.
    struct Outcome: Sendable {
        let difference: Difference?
        let exchanges: Int
        /// How many items there were in the pages that were compared.
        let items: Int
        let statuses: [String: Int]
    }

    func outcome(of plan: WorldPlan) async throws -> Outcome {
        // The second world is asked first, as only its owners' ledgers know the ids of what is hidden.
        let second = try await PlannedWorld(plan, isSecond: true).transcript(through: leak, hiddenIDs: [:])
        let first = try await PlannedWorld(plan, isSecond: false)
            .transcript(through: leak, hiddenIDs: second.hiddenIDs)
        let (one, other) = (compared(first, plan), compared(second, plan))
        return Outcome(
            difference: Self.difference(one, other), exchanges: other.count,
            items: other.reduce(0) { $0 + $1.answer.ids.count },
            statuses: Dictionary(other.map { ($0.answer.status, 1) }, uniquingKeysWith: +))
    }

    private func compared(_ transcript: Transcript, _ plan: WorldPlan) -> [Exchange] {
        transcript.exchanges.filter { plan.deceived.contains($0.eyes) }
    }

    private static func difference(_ first: [Exchange], _ second: [Exchange]) -> Difference? {
        for (one, other) in zip(first, second) where one.answer != other.answer {
            return Difference(first: one, second: other)
        }
        // Where all answers are the same, so is their number: what is asked follows from them.
        return nil
    }
}
