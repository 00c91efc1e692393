import Disclosure
import Domain
import FeedBuilder
import PolicyEngine
import SampleWorld
import VitrineTesting

/// Ben and his friends, filled by chance.
struct RandomFriends {
    let world: World
    let names: [String]

    init(seed: UInt64, purchases: Int = 24) async throws {
        var generator = SplitMix64(seed: seed)
        let world = try await World(seed: seed)
        self.world = world
        names = ["ada", "cleo", "dan", "eva"]
        try await world.put("ben", "ada", "cleo", "dan", "eva")
        for name in names {
            try await world.befriend(name, "ben")
            let level = [Level.hint, .category, .product].randomElement(using: &generator) ?? .hint
            try await world.share(
                name, since: World.start,
                [(.closeFriends, .ordinary, .full), (.friends, .ordinary, level), (.closeFriends, .coarsen, .hint)])
            if Bool.random(using: &generator) { try await world.makeClose("ben", to: name) }
        }
        let goods = ["tea-1", "tea-2", "bread-1", "ball-1", "lamp-1", "spade-1", "pill-1", "wine-1", "chair-2"]
        try world.now("2026-01-29T00:00:00Z")
        for number in 0..<purchases {
            let day = Int.random(in: 6...28, using: &generator)
            // Few hours, so that many tie on the minute.
            let hour = Int.random(in: 10...12, using: &generator)
            let name = names.randomElement(using: &generator) ?? "ada"
            try await world.buy(
                goods.randomElement(using: &generator) ?? "tea-1", by: name,
                at: "2026-01-\(day < 10 ? "0" : "")\(day)T\(hour):00:00Z", order: "o-\(number)",
                isReturned: Int.random(in: 0..<8, using: &generator) == 0)
            if Int.random(in: 0..<6, using: &generator) == 0 {
                try await world.setItem("o-\(number)", of: name, to: .hidden)
            }
        }
    }
}
