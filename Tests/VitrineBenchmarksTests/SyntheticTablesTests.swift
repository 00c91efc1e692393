import Testing

@testable import vitrine_bench

struct SyntheticTablesTests {
    @Test func `the same seed makes the same world, another one another`() {
        func purchases(_ seed: UInt64) -> [[String]] {
            SyntheticTables(people: 20, friendsEach: 4, purchasesEach: 3, seed: seed).tables().purchases
        }
        #expect(purchases(1) == purchases(1))
        #expect(purchases(1) != purchases(2))
    }

    @Test func `everybody has about as many friends as wanted, and no pair comes twice`() {
        let pairs = SyntheticTables(people: 101, friendsEach: 40, purchasesEach: 0, seed: 1).tables().friendships
        let keys = Set(pairs.map { [min($0.0, $0.1), max($0.0, $0.1)] })
        #expect(keys.count == pairs.count)
        #expect(pairs.count == 101 * 20)
        #expect(pairs.allSatisfy { $0.0 != $0.1 })
    }
}
