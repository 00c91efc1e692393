import Testing

@testable import FeedAPI

@Suite struct RequestBudgetTests {
    @Test func `a burst of the quota is allowed, then one request per interval`() {
        let budget = RequestBudget(quota: 3, window: .seconds(30), capacity: 10)
        let standings = (0..<4).map { _ in budget.spend(token: "1", at: .zero) }
        #expect(standings.map(\.isAllowed) == [true, true, true, false])
        #expect(standings.map(\.remaining) == [2, 1, 0, 0])
        #expect(standings[3].secondsToNext == 10)
        #expect(!budget.spend(token: "1", at: .seconds(9)).isAllowed)
        #expect(budget.spend(token: "1", at: .seconds(10)).isAllowed)
        #expect(!budget.spend(token: "1", at: .seconds(10)).isAllowed)
    }

    @Test func `a refused request costs nothing`() {
        let budget = RequestBudget(quota: 1, window: .seconds(10), capacity: 10)
        _ = budget.spend(token: "1", at: .zero)
        for _ in 0..<100 { #expect(!budget.spend(token: "1", at: .seconds(9)).isAllowed) }
        #expect(budget.spend(token: "1", at: .seconds(10)).isAllowed)
    }

    @Test func `no more tokens are remembered than there is room for, and the busiest are kept`() {
        let budget = RequestBudget(quota: 2, window: .seconds(10), capacity: 4)
        for token in 0..<4 {
            _ = budget.spend(token: "\(token)", at: .zero)
        }
        _ = budget.spend(token: "0", at: .zero)
        for token in 4..<100 {
            #expect(budget.spend(token: "\(token)", at: .zero).isAllowed)
        }
        #expect(!budget.spend(token: "0", at: .zero).isAllowed)
    }
}
