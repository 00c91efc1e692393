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

    // MARK: Shortening

    private static func keeping(_ months: Int, grace: Int = 30) throws -> Policy {
        try SamplePolicy.load(
            retention: "keep: { purchases: \(months) months }\ngrace: \(grace) days\nbecause: [promise]\n")
    }

    /// A world whose purchases are kept for three years, with one purchase of two months ago and one of today.
    private static func world() async throws -> World {
        let world = try await World(policy: keeping(36))
        try await world.put("ada")
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-03-10T00:00:00Z")
        try await world.buy("tea-2", by: "ada", at: "2026-03-09T12:00:00Z")
        return world
    }

    private static let shortened = RetentionChange(kind: .purchases, before: 36, after: 1)

    @Test func `a policy that keeps less is refused, with the number of what it would erase`() async throws {
        let world = try await Self.world()
        let refused = PolicyLoadError.destroys([Self.shortened], taking: ExpiredExtent(purchases: 1))
        await #expect(throws: refused) { try await world.point.load(Self.keeping(1)) }
        // Also where somebody allowed it to show more, and at a start.
        await #expect(throws: refused) {
            try await world.point.load(Self.keeping(1), PolicyPermission(allowsWidening: true))
        }
        await #expect(throws: refused) { try await world.reopened(policy: Self.keeping(1)) }
        try world.now("2026-06-10T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired() == .init())
        #expect(try await world.ledger(of: "ada").map(\.order) == ["tea-2", "tea-1"])
        let report = PolicyReport(refused)
        #expect(report.summary.contains("--allow-destruction"))
        #expect(report.findings.last == "as of now it would erase 1 purchase, 0 entries of history and 0 tokens")
    }

    @Test func `what was allowed to destroy does so after its grace, also over a restart, and is told of before`()
        async throws
    {
        let world = try await Self.world()
        try await world.point.load(Self.keeping(1), PolicyPermission(allowsDestruction: true))
        #expect(try await world.point.retention.eraseExpired() == .init())
        let told =
            "from 2026-04-09T00:00:00Z on `purchases` older than 1 month are erased, which are kept for 36 months until then"
        #expect(try await world.point.retention.pending() == [told])
        try world.now("2026-04-08T23:59:59Z")
        let reopened = try await world.reopened(policy: Self.keeping(1))
        #expect(try await reopened.point.retention.eraseExpired() == .init())
        #expect(try await reopened.point.retention.pending() == [told])
        try reopened.now("2026-04-09T00:00:00Z")
        #expect(try await reopened.point.retention.pending().isEmpty)
        #expect(try await reopened.point.retention.eraseExpired() == .init(purchases: 1))
    }

    @Test func `a short grace does not hurry what was promised a long one, and going back keeps everything`()
        async throws
    {
        let world = try await Self.world()
        let hasty = try Self.keeping(1, grace: 1)
        let permission = PolicyPermission(allowsWidening: true, allowsDestruction: true)
        try await world.point.load(hasty, permission)
        try world.now("2026-04-01T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired() == .init())
        let former = try Self.keeping(36)
        try await world.point.load(former, PolicyPermission(allowsWidening: true, revision: former.revision))
        try world.now("2026-08-01T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired() == .init())
        #expect(try await world.point.retention.pending().isEmpty)
    }

    @Test func `keeping for longer is a weakening, and so is saying nothing, which keeps everything`() async throws {
        let world = try await Self.world()
        await #expect(throws: PolicyLoadError.self) { try await world.point.load(Self.keeping(48)) }
        let silent = try SamplePolicy.load()
        #expect(
            silent.widenings(over: try Self.keeping(36), taxonomy: world.point.rulebook.taxonomy).map(\.description)
                == [
                    "`purchases` are kept for ever, they were kept for 36 months"
                ])
        try await world.point.load(silent, PolicyPermission(allowsWidening: true))
        try world.now("2036-01-01T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired() == .init())
        #expect(try await world.ledger(of: "ada").count == 2)
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
