import Testing
import VitrineTesting

@testable import Disclosure

struct BoundedCacheTests {
    @Test func `a cache holds no more than its limit`() {
        let cache = BoundedCache<Int, String>(limit: 3)
        for number in 0..<100 {
            cache.insert("\(number)", for: number)
            #expect(cache[number] == "\(number)")
        }
        #expect((0..<100).filter { cache[$0] != nil }.count == 3)
    }

    @Test func `what was asked for stays longer than what was not`() {
        let cache = BoundedCache<Int, Int>(limit: 3)
        for number in 1...3 { cache.insert(number, for: number) }
        _ = cache[1]
        cache.insert(4, for: 4)
        #expect(cache[1] == 1)
        #expect(cache[2] == nil)
        #expect(cache[3] == 3)
    }

    @Test func `a value that is there is replaced, unless it is to stay`() {
        let cache = BoundedCache<Int, String>(limit: 2)
        cache.insert("old", for: 1)
        cache.insert("new", for: 1, onlyIfAbsent: true)
        #expect(cache[1] == "old")
        cache.insert("new", for: 1)
        #expect(cache[1] == "new")
        cache.remove(1)
        #expect(cache[1] == nil)
    }

    @Test(arguments: (0..<8).map { _ in UInt64.random(in: 0...UInt64.max) })
    func `whatever comes, it says nothing or what was said last`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let limit = Int.random(in: 1...6, using: &generator)
        let cache = BoundedCache<Int, Int>(limit: limit)
        var latest: [Int: Int] = [:]
        for step in 0..<2_000 {
            let key = Int.random(in: 0..<12, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                cache.remove(key)
                latest[key] = nil
            case 1:
                if let value = cache[key] { #expect(value == latest[key], "seed \(seed), step \(step)") }
            default:
                cache.insert(step, for: key)
                latest[key] = step
                #expect(cache[key] == step, "seed \(seed), step \(step)")
            }
        }
        #expect((0..<12).filter { cache[$0] != nil }.count <= limit, "seed \(seed)")
    }
}
