import Testing
import VitrineTesting

@testable import FeedAPI

@Suite struct FirstPagesTests {
    /// How many readings it takes when so many want Ben's first page at once, which nobody has asked for yet.
    private func readings(wantedBy count: Int, limits: [Int] = [20]) async throws -> Int {
        var readings = 0
        try await ServiceWorld.run(over: UnhurriedStore.init) { world, store in
            try await world.adaShares()
            // Whose token it is need not be found out any more.
            #expect(try await world.get("/v1/items/none", as: "ben").status == 404)
            store.pause(for: .milliseconds(50))
            let before = store.readings
            let answers = try await withThrowingTaskGroup(of: (limit: Int, answer: RawAnswer).self) { group in
                for number in 0..<count {
                    let limit = limits[number % limits.count]
                    group.addTask { (limit, try await world.get("/v1/feed?limit=\(limit)", as: "ben")) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            readings = store.readings - before
            for limit in limits {
                let bodies = answers.filter { $0.limit == limit }.map(\.answer.body)
                #expect(Set(bodies).count == 1)
            }
            for (limit, answer) in answers { #expect(try answer.items.count == min(3, limit)) }
        }
        return readings
    }

    @Test func `a page that many want at once is made once, one of another length by itself`() async throws {
        let once = try await readings(wantedBy: 1)
        #expect(once > 1)
        // Something else may be read once meanwhile; each by itself would read twelve times as much.
        #expect(try await readings(wantedBy: 12) < 2 * once)
        #expect(try await readings(wantedBy: 12, limits: [20, 2]) >= once)
    }
}
