import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing

/// Sock puppets: A12, and influence that cannot be made up.
struct ProbingTests {
    /// How often a shop at the edge of a band shows the upper one, over many epochs.
    private func share(of count: Int, _ rules: any EpochRules, epochs: Int) async throws -> Double {
        let town = try await EpochWorld.town(friends: count, rules: rules)
        var above = 0
        for _ in 0..<epochs {
            try await town.visits(by: 0..<count)
            try await town.wait(days: 1)
            if try await town.standing().visitorBand >= 1 { above += 1 }
        }
        return Double(above) / Double(epochs)
    }

    @Test func `one person more or less at the edge of a band is not told by it`() async throws {
        let without = try await share(of: 9, GuardedEpochs(), epochs: 200)
        let with = try await share(of: 10, GuardedEpochs(), epochs: 200)
        // With an epsilon of one, e to the epsilon bounds how much likelier the upper band becomes; the rest is chance.
        #expect(with < without * 2.72 + 0.15)
        #expect(without > 0.1 && with < 0.95)
    }

    @Test func `without noise one person more would be told for certain`() async throws {
        #expect(try await share(of: 9, Noiseless(), epochs: 5) == 0)
        #expect(try await share(of: 10, Noiseless(), epochs: 5) == 1)
    }

    @Test func `a few puppets and one person are below the crowd`() async throws {
        for count in 1..<5 { #expect(try await share(of: count, Noiseless(), epochs: 3) == 0) }
        #expect(try await share(of: 4, GuardedEpochs(), epochs: 30) == 0)
    }

    @Test func `fewer than a crowd stay in the lowest band, whatever the noise comes to`() async throws {
        #expect(try await share(of: 4, Loud(), epochs: 2) == 0)
        #expect(try await share(of: 5, Loud(), epochs: 2) == 1)
    }

    /// The band of forty buyers in a month, all but so many of them named to somebody.
    private func buyerBand(unnamed: Int, _ rules: any EpochRules) async throws -> UInt8 {
        let town = try await EpochWorld.town(friends: 40, knowing: 40 - unnamed, rules: rules)
        for number in 0..<40 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.wait(days: 31)
        return try await town.standing().buyerBand
    }

    @Test func `who is named hides nobody: the last one who is not is not told by the step to k`() async throws {
        for unnamed in 4...5 {
            #expect(try await buyerBand(unnamed: unnamed, GuardedEpochs()) == 0, "\(unnamed) are not named")
        }
    }

    @Test func `fewer than k buyers who are not named stay in the lowest band, whatever the noise comes to`()
        async throws
    {
        #expect(try await buyerBand(unnamed: 4, Loud()) == 0)
        #expect(try await buyerBand(unnamed: 5, Loud()) > 0)
    }

    @Test func `who blocked the owner, or was blocked, is not counted`() async throws {
        for isOwner in [true, false] {
            let town = try await EpochWorld.town(friends: 40, rules: Noiseless())
            for number in 0..<40 {
                let name = EpochWorld.name(number)
                try await town.world.block(isOwner ? name : "ada", by: isOwner ? "ada" : name)
            }
            try await town.visits(by: 0..<40)
            try await town.wait(days: 1)
            #expect(try await town.standing().visitorBand == 0)
        }
    }

    @Test func `asking twice, or opening again, gives the same noise`() async throws {
        let town = try await EpochWorld.town(friends: 12)
        try await town.visits(by: 0..<12)
        try await town.wait(days: 1)
        let band = try await town.standing().visitorBand
        for _ in 0..<3 {
            let again = EpochWorld(try await town.world.reopened())
            #expect(try await again.standing().visitorBand == band)
        }
    }

    @Test func `a thousand puppets move a shop by less than a tier`() async throws {
        let town = try await EpochWorld.town(friends: 0)
        let names = (0..<1_000).map { "p\($0)" }
        try await town.settle(names: names)
        try await town.wait(days: 15)
        let before = try await town.standing()
        for _ in 0..<8 {
            for name in names { try await town.visit(name) }
            try await town.wait(days: 1)
        }
        let after = try await town.standing()
        #expect(after.visitorBand == 6 && after.influence > before.influence)
        let rules = try #require(town.world.point.rulebook.policy.shop.influence)
        #expect(after.tier == before.tier)
        #expect(after.influence - before.influence < rules.tiers[1].from - rules.tiers[0].from)
    }

    @Test func `invitations by puppets count for nothing`() async throws {
        let town = try await EpochWorld.town(friends: 0)
        let names = (0..<40).map { "p\($0)" }
        try await town.settle(names: names)
        for name in names {
            try await town.open(name)
            try await town.epochs.setInviter(town.world.id("ada"), of: town.world.id(name))
        }
        try await town.wait(days: 2)
        let standing = try await town.standing()
        #expect(standing.invitationBand == 0 && standing.influence == 0)
    }
}
