import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

/// Accounts of the owner's own stand behind a commission with one buyer who is none of them: A12 and A16.
struct CrowdTests {
    enum Puppets: CaseIterable {
        case new, named, strangers, minors, blocked
    }

    /// Whether the owner is told a total over one buyer and k - 1, or many, of their own.
    private func isTold(_ puppets: Puppets, _ count: Int, _ rules: any EpochRules) async throws -> Bool {
        let town = try await EpochWorld.town(friends: 1, rules: rules)
        let names = (0..<count).map { "p\($0)" }
        switch puppets {
        case .new:
            // Their friendship is eight days old at the monthly tick of the fifth of February.
            try town.world.now("2026-01-28T10:00:00Z")
            try await town.settle(names: names)
        case .named:
            try await town.settle(names: names)
            for name in names {
                try await town.world.share(name, [(.closeFriends, .ordinary, .full)])
                try await town.world.makeClose("ada", to: name)
            }
        case .strangers:
            try await town.settle(names: names)
            for name in names { try await town.world.unfriend(name, "ada") }
        case .minors:
            for name in names {
                try await town.world.put(name, minor: true)
                try await town.world.befriend(name, "ada")
            }
        case .blocked:
            try await town.settle(names: names)
            for name in names { try await town.world.block("ada", by: name) }
        }
        for (number, name) in ([EpochWorld.name(0)] + names).enumerated() {
            try await town.world.buy(
                "tea-1", by: name, at: "2026-01-28T11:00:00Z", order: "o\(number)", total: 10_000, shop: "ada")
        }
        try await town.wait(days: 20)
        return try await !town.standing().settlements.isEmpty
    }

    @Test(arguments: Puppets.allCases)
    func `an owner's own accounts are no crowd for the buyer among them`(_ puppets: Puppets) async throws {
        #expect(try await !isTold(puppets, 4, GuardedEpochs()))
        #expect(try await !isTold(puppets, 40, GuardedEpochs()))
    }

    @Test(arguments: [Puppets.new, .named, .strangers, .minors, .blocked])
    func `a total over whoever bought would tell what the last one spent`(_ puppets: Puppets) async throws {
        #expect(try await isTold(puppets, 4, CountsEverybody()))
    }

    @Test func `one person fills the place of one in the crowd, however much they buy`() async throws {
        let town = try await EpochWorld.town(friends: 4)
        for number in 0..<12 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number % 4), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.wait(days: 51)
        #expect(try await town.standing().settlements.isEmpty)
    }

    @Test func `who hides a purchase hides others, and what is carried over is never told without a crowd`()
        async throws
    {
        let town = try await EpochWorld.town(friends: 6)
        for number in 0..<6 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", total: 10_000,
                shop: "ada", waiting: false)
            try await town.world.setItem("o\(number)", of: EpochWorld.name(number), to: .hidden)
        }
        for name in ["f0", "f1"] { try await town.world.unfriend(name, "ada") }
        try await town.wait(days: 20)
        #expect(try await town.standing().settlements.isEmpty)
        // They are friends again, but not for long enough.
        for name in ["f0", "f1"] { try await town.world.befriend(name, "ada") }
        try await town.wait(days: 28)
        #expect(try await town.standing().settlements.map(\.total.minorUnits) == [333 * 6])
    }

    @Test func `what is taken back makes nobody one of the crowd`() async throws {
        let town = try await EpochWorld.town(friends: 8)
        func buy(_ numbers: Range<Int>, at moment: String, _ prefix: String, isReturned: Bool = false) async throws {
            for number in numbers {
                try await town.world.buy(
                    "tea-1", by: EpochWorld.name(number), at: moment, order: "\(prefix)\(number)", total: 10_000,
                    shop: "ada", isReturned: isReturned, waiting: false)
            }
        }
        try await buy(0..<7, at: "2026-01-20T09:00:00Z", "o")
        try await town.wait(days: 20)
        #expect(try await town.standing().settlements.count == 1)
        try await buy(0..<7, at: "2026-01-20T09:00:00Z", "o", isReturned: true)
        try await buy(7..<8, at: "2026-02-09T09:00:00Z", "p")
        try await town.wait(days: 30)
        #expect(try await town.standing().settlements.count == 1)
        // With a crowd of purchases both are part of the next total.
        try await buy(0..<7, at: "2026-03-10T09:00:00Z", "q")
        try await town.wait(days: 31)
        #expect(try await town.standing().settlements.map(\.total.minorUnits) == [333 * 7, 333 * (7 + 1 - 7)])
    }
}
