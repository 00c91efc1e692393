import Disclosure
import SampleWorld
import Testing

/// A34: what vanishes when something is raised does not name its class.
struct RaiseTests {
    @Test(arguments: RaiseWorlds.Change.allCases)
    func `what vanishes is the same whichever of the goods was raised`(change: RaiseWorlds.Change) async throws {
        let pair = try await RaiseWorlds()
        let before = try await pair.served()
        #expect(before[0] == before[1])
        #expect(try await pair.orders() == [["order-0", "order-1", "order-2"], ["order-0", "order-1", "order-2"]])
        try await pair.raise(change)
        let after = try await pair.served()
        #expect(after[0] == after[1])
        #expect(after[0] != before[0])
        #expect(try await pair.orders() == [["order-2"], ["order-2"]])
    }

    @Test(arguments: RaiseWorlds.Change.allCases)
    func `without the hold what vanishes tells which was raised`(change: RaiseWorlds.Change) async throws {
        let pair = try await RaiseWorlds(grouping: EachItemAlone())
        let before = try await pair.served()
        #expect(before[0] == before[1])
        try await pair.raise(change)
        let after = try await pair.served()
        #expect(after[0] != after[1])
        #expect(try await pair.orders() == [["order-1", "order-2"], ["order-0", "order-2"]])
    }

    @Test(arguments: RaiseWorlds.Change.allCases)
    func `a hold outlives a restart`(change: RaiseWorlds.Change) async throws {
        let pair = try await RaiseWorlds()
        try await pair.raise(change)
        let again = try await pair.reopened().reopened()
        let served = try await again.served()
        #expect(served[0] == served[1])
        #expect(try await again.orders() == [["order-2"], ["order-2"]])
    }

    @Test(arguments: [false, true])
    func `a hold ends by itself at the second tick of the month`(restarted: Bool) async throws {
        var pair = try await RaiseWorlds()
        try await pair.raise(.policy)
        #expect(try await pair.orders() == [["order-2"], ["order-2"]])
        if restarted { pair = try await pair.reopened() }
        for instant in [RaiseWorlds.ticks[0], "2026-04-04T23:59:59Z"] {
            try pair.now(instant)
            #expect(try await pair.orders() == [["order-2"], ["order-2"]])
        }
        try pair.now(RaiseWorlds.ticks[1])
        #expect(try await pair.orders() == [["order-1", "order-2"], ["order-0", "order-2"]])
    }
}
