import Domain

extension PlanGenerator {
    /// Much the same questions at every moment, by the viewer and often by the companion, in a chance order.
    mutating func makeRequests() {
        for moment in Timeline.moments.indices {
            var questions: [PlannedRequest] = []
            for asker in [WorldPlan.viewer, WorldPlan.companion] where asker == WorldPlan.viewer || chance(50) {
                questions += asked(by: asker).map { PlannedRequest(moment: moment, asker: asker, question: $0) }
            }
            for owner in people.dropFirst(2) where chance(15) {
                let eyes = one(of: [WorldPlan.viewer, WorldPlan.companion])
                for subject in ["purchases", "activity", "shop"] {
                    questions.append(
                        PlannedRequest(moment: moment, asker: owner.handle, question: .viewAs(eyes, of: subject)))
                }
            }
            // Walks come first, as the others ask for what they found.
            let walks = questions.filter { $0.isWalk }
            requests += walks + questions.filter { !$0.isWalk }.shuffled(using: &random)
        }
    }

    private mutating func asked(by asker: String) -> [PlannedRequest.Question] {
        let handles = people.map(\.handle).filter { $0 != asker } + ["nobody"]
        var asked: [PlannedRequest.Question] = [.walk(limit: 50), .walk(limit: one(of: [3, 7, 20]))]
        asked += [.poll, .foreignCursor, .visibleItem(number(0...9)), .visibleItem(number(0...9))]
        asked += [.absentItem(number(0...9)), .hiddenItem(number(0...99)), .hiddenItem(0)]
        asked += [.badCursor("evil"), .badCursor(String(repeating: "A", count: number(80...140)))]
        for handle in handles where chance(25) {
            asked.append(.purchases(of: handle, limit: one(of: [2, 5, 50])))
            asked += [.shop(of: handle), .activity(of: handle)]
        }
        for path in [
            "/v1/feed?limit=0", "/v1/feed?count=true", "/v1/items/it_", "/v1/people/Nobody/purchases", "/v1/nothing",
            "/v1/me/visibility", "/v1/me/visibility/history", "/v1/me/purchases", "/v1/me/shop",
        ] where chance(30) {
            asked.append(.plain(method: "GET", path: path))
        }
        asked.append(.plain(method: "HEAD", path: "/v1/feed"))
        return asked
    }
}

extension PlannedRequest {
    fileprivate var isWalk: Bool {
        if case .walk = question { return true }
        return false
    }
}
