import Domain
import PolicyEngine
import SampleWorld
import Sealing
import Testing
import VitrineTesting

@testable import Disclosure

struct RetentionTests {
    private static let rules = """
        keep: { purchases: 36 months, history: 1 year, tokens: 1 month, backups: 1 month }
        because: [promise]
        """

    @Test func `what is older than it is kept is erased, and nothing else`() async throws {
        let world = try await World(policy: SamplePolicy.load(retention: Self.rules))
        try await world.put("ada")
        let before = world.records.all.count
        try await world.share("ada")
        let settings = world.records.all.count - before
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.buy("pill-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.buy("tea-2", by: "ada", at: "2026-02-06T12:00:00Z")
        let issued = try await world.point.tokens.issue(
            client: "app", person: World.handle("ada"), scopes: [.feedRead], days: 10)
        #expect(settings == 1)
        try world.now("2029-01-05T00:00:00Z")
        // The purchases of this day three years ago are kept until tomorrow.
        #expect(try await world.point.retention.eraseExpired() == .init(purchases: 0, history: 1, tokens: 1))
        try world.now("2029-01-06T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired() == .init(purchases: 2))
        let reopened = try await world.reopened()
        #expect(try await reopened.ledger(of: "ada").map(\.order) == ["tea-2"])
        #expect(try await reopened.point.tokens.principal(bearing: issued.secret) == nil)
        #expect(try await reopened.point.tokens.all().isEmpty)
        #expect(try await reopened.point.visibility.history(of: reopened.id("ada")).entries.isEmpty)
        #expect(try await reopened.point.retention.eraseExpired() == .init())
    }

    @Test func `the write counters of tokens go with them, when those are kept no longer`() async throws {
        let world = try await World(policy: SamplePolicy.load(retention: Self.rules))
        let vault = world.point.vault
        _ = try await world.point.tokens.issue(client: "app", person: nil, scopes: [.platformPeople], days: 10)
        // A token that was written once has no counter yet; one that was revoked has.
        let token = try #require(try await world.point.tokens.all().first)
        try #require(try await world.point.tokens.revoke(token.id))
        let digest = try #require(try await Roster.tokens.entries(vault).first)
        let counter = vault.counters.address(for: vault.keys.address(of: .token(digest)))
        try #require(try await world.keyStore.wraps(at: [counter])[0] != nil)
        try world.now("2026-03-05T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired().tokens == 1)
        #expect(try await world.keyStore.wraps(at: [counter])[0] == nil)
        #expect(try await vault.counters.expected([vault.keys.address(of: .token(digest))])[0].counter == .zero)
    }

    @Test func `months are those of the calendar, and the last day stands for the days that a month lacks`() throws {
        func limit(_ months: Int, _ now: String) throws -> String? {
            Retention.limit(months: months, before: try World.instant(now))?.description
        }
        #expect(try limit(1, "2026-03-31T10:00:00Z") == "2026-02-28T00:00:00Z")
        #expect(try limit(36, "2029-01-05T00:00:00Z") == "2026-01-05T00:00:00Z")
        #expect(try limit(12, "2024-02-29T00:00:00Z") == "2023-02-28T00:00:00Z")
    }
}
