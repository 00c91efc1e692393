import Disclosure
import Domain
import Foundation
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

/// The owner of a shop knows what all other buyers spent, being all of them, and looks for one who did not let the owner know:
/// A16 and A45.
struct CrowdTests {
    /// Why the owner may not read what the one buyer bought.
    enum Secret: CaseIterable {
        case withheld, notOptedIn, isPrivate, sharingOff, minor, hidden, coarse, notClose, blocked, unfriended
    }

    private static let puppets = 6

    /// Six accounts of ada's own buy through her shop, with one more person, or without.
    private func buy(_ town: EpochWorld, with secret: Secret, isThere: Bool) async throws {
        let (world, one) = (town.world, EpochWorld.name(Self.puppets))
        switch secret {
        case .isPrivate:
            try await world.apply(VisibilityPatch(consent: ConsentChange(privateMode: .until(nil))), to: one)
        case .sharingOff: try await world.apply(VisibilityPatch(consent: ConsentChange(sharing: .off)), to: one)
        case .minor: try await world.put(one, minor: true)
        case .coarse:
            try await world.apply(
                VisibilityPatch(
                    consent: ConsentChange(levels: [
                        Consent.Setting(audience: .closeFriends, tier: .ordinary): .category
                    ])), to: one)
        case .notClose:
            try await world.apply(VisibilityPatch(closeFriends: .init(remove: [World.handle("ada")])), to: one)
        case .blocked: try await world.block("ada", by: one)
        case .unfriended: try await world.unfriend(one, "ada")
        case .withheld, .notOptedIn, .hidden: break
        }
        for number in 0..<Self.puppets {
            try await world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T11:00:00Z", order: "o\(number)", total: 10_000,
                shop: "ada", waiting: false)
        }
        guard isThere else { return }
        let product = secret == .withheld ? "pill-1" : secret == .notOptedIn ? "whey-1" : "tea-1"
        try await world.buy(
            product, by: one, at: "2026-01-20T11:00:00Z", order: "one", total: 70_700, shop: "ada", waiting: false)
        if secret == .hidden { try await world.setItem("one", of: one, to: .hidden) }
    }

    /// Everything that ada is told of her shop after two monthly ticks, her export included; the one takes the purchase back
    /// between them.
    private func sight(_ town: EpochWorld, isThere: Bool, _ secret: Secret) async throws -> String {
        try await buy(town, with: secret, isThere: isThere)
        try await town.wait(days: 20)
        if isThere { try await town.world.point.intake.remove(World.key("one")) }
        for number in 0..<Self.puppets {
            try await town.world.buy(
                "bread-1", by: EpochWorld.name(number), at: "2026-02-08T11:00:00Z", order: "p\(number)", total: 5_000,
                shop: "ada", waiting: false)
        }
        try await town.wait(days: 30)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let figures = try #require(try await town.world.point.ownExport.records(of: town.world.id("ada"))).value.figures
        return try await town.sight(of: "ada") + String(decoding: try encoder.encode(figures), as: UTF8.self)
    }

    /// What ada sees without the one purchase, and with it, in worlds of the same keys.
    private func sights(_ secret: Secret, _ rules: any EpochRules) async throws -> (without: String, with: String) {
        let count = Self.puppets + 1
        let first = try await EpochWorld.town(friends: count, knowing: count, rules: rules)
        let second = try await first.twin(friends: count, knowing: count, rules: rules)
        let third = try await first.twin(friends: count, knowing: count, rules: rules)
        return (
            try await sight(second, isThere: false, secret), try await sight(third, isThere: true, secret)
        )
    }

    @Test(arguments: Secret.allCases)
    func `a purchase that the owner cannot read moves no total, before it is taken back and after`(
        _ secret: Secret
    ) async throws {
        let (without, with) = try await sights(secret, GuardedEpochs())
        #expect(without == with)
        // What the owner may know is paid.
        #expect(without.contains("\"amount\":\(333 * Self.puppets)"))
    }

    @Test(arguments: [Secret.withheld, .hidden, .minor])
    func `paying for everything would tell what the one buyer spent`(_ secret: Secret) async throws {
        let (_, with) = try await sights(secret, PaysForEverything())
        // Less what the puppets spent it is the commission of the one: 3.33 % of 707.
        #expect(with.contains("\"amount\":\(333 * Self.puppets + 2_354)"))
    }

    @Test func `one person fills the place of one buyer, however much they buy`() async throws {
        let town = try await EpochWorld.town(friends: 4, knowing: 4)
        for number in 0..<12 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number % 4), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.wait(days: 51)
        #expect(try await town.standing().settlements.isEmpty)
    }

    @Test func `what is carried over and hidden meanwhile is part of no total`() async throws {
        let town = try await EpochWorld.town(friends: 9, knowing: 9)
        try await buy(town, 0..<4, "2026-01-20T09:00:00Z", "o")
        try await town.wait(days: 20)
        #expect(try await town.standing().settlements.isEmpty)
        try await town.world.setItem("o0", of: EpochWorld.name(0), to: .hidden)
        try await buy(town, 4..<9, "2026-02-09T09:00:00Z", "p")
        try await town.wait(days: 30)
        #expect(try await town.standing().settlements.map(\.total.minorUnits) == [333 * 8])
        // It was decided: showing it again brings it into no later total.
        try await town.world.setItem("o0", of: EpochWorld.name(0), to: .standard)
        try await buy(town, 1..<9, "2026-03-10T09:00:00Z", "q")
        try await town.wait(days: 31)
        #expect(try await town.standing().settlements.map(\.total.minorUnits) == [333 * 8, 333 * 8])
    }

    /// Totals of a town in which one buyer hides a settled purchase, or not, and then takes it back, or corrects it, or not.
    private func totals(hides: Bool, then change: Change?) async throws -> [Int64] {
        let town = try await EpochWorld.town(friends: 9, knowing: 9)
        try await buy(town, 0..<9, "2026-01-20T09:00:00Z", "o")
        try await town.wait(days: 20)
        if hides { try await town.world.setItem("o0", of: EpochWorld.name(0), to: .hidden) }
        switch change {
        case .isReturned: try await buy(town, 0..<1, "2026-01-20T09:00:00Z", "o", isReturned: true)
        case .isCorrected: try await buy(town, 0..<1, "2026-01-20T09:00:00Z", "o", total: 20_000)
        case .isDeleted: try await town.world.point.intake.remove(World.key("o0"))
        case nil: break
        }
        try await buy(town, 0..<9, "2026-02-09T09:00:00Z", "p")
        try await town.wait(days: 30)
        return try await town.standing().settlements.map(\.total.minorUnits)
    }

    enum Change: CaseIterable {
        case isReturned, isCorrected, isDeleted
    }

    @Test func `what becomes of a purchase that was settled and hidden since moves no later total`() async throws {
        let plain = try await totals(hides: true, then: nil)
        #expect(plain == [333 * 9, 333 * 9])
        for change in Change.allCases { #expect(try await totals(hides: true, then: change) == plain, "\(change)") }
        // Where the owner could read it until then it is netted.
        #expect(try await totals(hides: false, then: .isReturned) == [333 * 9, 333 * 8])
        #expect(try await totals(hides: false, then: .isCorrected) == [333 * 9, 333 * 10])
        #expect(try await totals(hides: false, then: .isDeleted) == [333 * 9, 333 * 8])
    }

    private func buy(
        _ town: EpochWorld, _ numbers: Range<Int>, _ moment: String, _ prefix: String, total: Int64 = 10_000,
        isReturned: Bool = false
    ) async throws {
        for number in numbers {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: moment, order: "\(prefix)\(number)", total: total,
                shop: "ada", isReturned: isReturned, waiting: false)
        }
    }

    @Test func `what is taken back puts no buyer behind a total`() async throws {
        let town = try await EpochWorld.town(friends: 8, knowing: 8)
        try await buy(town, 0..<7, "2026-01-20T09:00:00Z", "o")
        try await town.wait(days: 20)
        #expect(try await town.standing().settlements.count == 1)
        try await buy(town, 0..<7, "2026-01-20T09:00:00Z", "o", isReturned: true)
        try await buy(town, 7..<8, "2026-02-09T09:00:00Z", "p")
        try await town.wait(days: 30)
        #expect(try await town.standing().settlements.count == 1)
        // With enough buyers both are part of the next total.
        try await buy(town, 0..<7, "2026-03-10T09:00:00Z", "q")
        try await town.wait(days: 31)
        #expect(try await town.standing().settlements.map(\.total.minorUnits) == [333 * 7, 333 * (7 + 1 - 7)])
    }
}
