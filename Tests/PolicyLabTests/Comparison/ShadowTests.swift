import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing

@testable import PolicyLab

/// A candidate that decides in the shadow of the policy in force.
struct ShadowTests {
    /// So many people, each with a shared tea.
    private func world(owners: Int) async throws -> World {
        let world = try await World()
        for number in 0..<owners {
            let name = "owner-\(number)"
            try await world.put(name)
            try await world.share(name, since: World.start)
            try await world.buy("tea-1", by: name, at: "2026-01-10T09:30:00Z", order: "order-\(number)")
        }
        try world.now("2026-03-04T09:00:00Z")
        return world
    }

    /// Friends see no more of ordinary goods than their friends do.
    private func candidate() throws -> Policy {
        try SamplePolicy.load(replacing: [
            (
                old: """
                  - id: friends-ordinary
                    when: { kind: purchase, audience: friends, tier: ordinary }
                    disclose: { product: exact, time: week, price: band }
                    because: [promise]

                """, new: ""
            )
        ])
    }

    private func report(owners: Int) async throws -> ShadowReport {
        let world = try await world(owners: owners)
        let shadow = Shadow(point: world.point, candidate: try candidate(), clock: world.clock)
        return try #require(try await shadow.dueReport(after: ShadowLog()))
    }

    private func line(_ report: ShadowReport, _ audience: String, _ kind: String = "purchase") throws
        -> ShadowReport.Line
    {
        try #require(report.lines.first { $0.audience == audience && $0.kind == kind })
    }

    @Test func `what touches k owners is told, in bands`() async throws {
        let report = try await report(owners: 8)
        #expect(report.epoch == "2026-03-03")
        #expect(report.epochSize == "day")
        #expect(report.k == 5)
        #expect(try line(report, "friends").narrowed.owners == 5)
        #expect(try line(report, "friends").narrowed.items == 5)
        #expect(try line(report, "friends").widened.owners == nil)
        #expect(report.lines.count == 20)
    }

    @Test func `fewer than k owners are nobody`() async throws {
        let few = try await report(owners: 4)
        let none = try await report(owners: 0)
        #expect(few.lines == none.lines)
        #expect(few.lines.allSatisfy { $0.narrowed.owners == nil && $0.narrowed.items == nil })
        #expect(try await report(owners: 5).lines != none.lines)
    }

    @Test(arguments: [
        (4, nil), (5, 5), (9, 5), (10, 10), (19, 10), (20, 20), (49, 20), (50, 50), (99, 50), (1_234, 1_000),
    ])
    func `counts go down to 1, 2 or 5 times a power of ten`(owners: Int, told: Int?) {
        let touch = PolicyConsequences.Touch(items: owners, owners: owners)
        #expect(ShadowReport.Count(touch, k: 5).owners == told)
        #expect(ShadowReport.Count(touch, k: 5).items == told)
    }

    @Test func `a band never says less than k`() {
        let touch = PolicyConsequences.Touch(items: 8, owners: 8)
        #expect(ShadowReport.Count(touch, k: 7).owners == 7)
    }

    @Test func `an epoch is reported once for each pair of revisions`() async throws {
        let world = try await world(owners: 6)
        let shadow = Shadow(point: world.point, candidate: try candidate(), clock: world.clock)
        var log = ShadowLog()
        log.append(try #require(try await shadow.dueReport(after: log)))
        #expect(try await shadow.dueReport(after: log) == nil)
        let other = Shadow(point: world.point, candidate: try SamplePolicy.load(), clock: world.clock)
        #expect(try await other.dueReport(after: log) != nil)
        try world.now("2026-03-04T23:59:59Z")
        #expect(try await shadow.dueReport(after: log) == nil)
        try world.now("2026-03-05T00:00:00Z")
        #expect(try await shadow.dueReport(after: log)?.epoch == "2026-03-04")
    }

    @Test func `of epochs missed the last is made up for`() async throws {
        let world = try await world(owners: 6)
        let shadow = Shadow(point: world.point, candidate: try candidate(), clock: world.clock)
        var log = ShadowLog()
        log.append(try #require(try await shadow.dueReport(after: log)))
        try world.now("2026-03-20T12:00:00Z")
        log.append(try #require(try await shadow.dueReport(after: log)))
        #expect(log.reports.map(\.epoch) == ["2026-03-03", "2026-03-19"])
        #expect(try await shadow.dueReport(after: log) == nil)
    }

    @Test func `no answer is touched`() async throws {
        let world = try await world(owners: 6)
        try await world.put("ada")
        try await world.befriend("ada", "owner-1")
        try await world.buy("tea-2", by: "owner-1", at: "2026-03-05T09:30:00Z")
        try world.now("2026-04-10T09:00:00Z")
        let before = try World.text(try await world.feedItems(of: "ada"))
        let shadow = Shadow(point: world.point, candidate: try candidate(), clock: world.clock)
        _ = try #require(try await shadow.dueReport(after: ShadowLog()))
        #expect(try World.text(try await world.feedItems(of: "ada")) == before)
        #expect(before.count == 1)
        #expect(world.point.rulebook.policy.revision == (try SamplePolicy.load()).revision)
    }

    @Test func `the log is read back, but for what was left unfinished`() async throws {
        let report = try await report(owners: 6)
        let addition = try ShadowLog.addition(report)
        let log = ShadowLog(text: addition + String(addition.dropLast(20)) + addition)
        #expect(log.reports == [report, report])
        #expect(log.unreadableLines == 1)
        #expect(
            log.text.hasPrefix(
                "2026-03-03: `\(report.liveRevision)` in force, `\(report.shadowRevision)` in its shadow\n"
                    + "  for friends, purchases: widened for fewer than 5 owners, "
                    + "at least 5 narrowed of at least 5 owners\n"
                    + "  otherwise nothing, or changes for fewer than 5 owners\n"))
        #expect(ShadowLog().text == "no epoch was reported yet\n")
        #expect(!addition.contains("owner-"))
    }
}
