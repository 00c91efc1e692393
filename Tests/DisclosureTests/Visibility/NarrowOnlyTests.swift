import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

/// A token that may only narrow prepares what widens later (attack A43).
struct NarrowOnlyTests {
    private static let seed: UInt64 = 0x43
    private static let wider = (
        """
        when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: week, price: band }
        """,
        """
        when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: day, price: exact }
        """
    )

    /// Ada bought goods of several classes; two revisions of the policy have been in force.
    private func world() async throws -> World {
        let first = try await World()
        try await first.put("ada", "ben")
        try await first.befriend("ada", "ben")
        for (index, product) in ["tea-1", "tea-2", "wine-1", "whey-1"].enumerated() {
            try await first.buy(product, by: "ada", at: "2026-01-1\(index)T09:30:00Z")
        }
        try first.now("2026-06-01T00:00:00Z")
        return try await first.reopened(
            policy: SamplePolicy.load(replacing: [Self.wider]), PolicyPermission(allowsWidening: true))
    }

    private struct Draw {
        var random: SplitMix64
        let policy: Policy
        let now: Instant

        mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

        private var choosable: [ClassCode] {
            policy.classes.filter { $0.tier == .coarsen || $0.tier == .ownerDecides }.map(\.code)
        }

        /// A change of one to three parts.
        mutating func change() -> ConsentChange {
            var change = ConsentChange()
            for _ in 0...below(3) {
                switch below(6) {
                case 0:
                    let since = now.advanced(bySeconds: -Int64(below(200)) * 86_400)
                    change.sharing = below(2) == 0 ? .off : .on(since: since)
                case 1: change.classes[pick(choosable)] = below(2) == 0
                case 2: change.privateMode = below(2) == 0 ? .off : .until(nil)
                default:
                    let setting = pick(Consent.Setting.all)
                    change.levels[setting] = pick([Level.nothing, .hint, .category, .product, .full])
                }
            }
            return change
        }

        /// Something that is switched on or opted in.
        mutating func widening() -> ConsentChange {
            switch below(3) {
            case 0: ConsentChange(sharing: .on(since: Instant(seconds: 0)))
            case 1: ConsentChange(privateMode: .off)
            default: ConsentChange(classes: [pick(choosable): true])
            }
        }
    }

    private struct Item: Hashable {
        let audience: Audience
        let tie: UInt64
    }

    /// What each audience sees of a person's purchases.
    private func seen(
        _ head: Head, _ facts: [(ordinal: UInt32, facts: PurchaseFacts)], _ world: World
    ) -> [Item: Disclosure] {
        let lists = VisibleListsBuilder.lists(
            head: head, generation: 0, facts: facts, activities: [], rulebook: world.point.rulebook,
            now: world.clock.now)
        var seen: [Item: Disclosure] = [:]
        for audience in Audience.others {
            for reference in lists[audience] {
                seen[Item(audience: audience, tie: reference.tie)] = reference.disclosure
            }
        }
        return seen
    }

    @Test func `what passed as a narrowing never shows more, whatever is switched on later`() async throws {
        let world = try await world()
        let person = try await world.id("ada")
        let original = try #require(try await world.point.vault.head(of: person)?.value)
        let facts = try await OwnerRecords(open: world.point.vault).facts(of: original)
        let comparison = VisibilityComparison(point: world.point)
        let policy = world.point.rulebook.policy
        let now = world.clock.now
        var draw = Draw(random: SplitMix64(seed: Self.seed), policy: policy, now: now)
        func applied(_ change: ConsentChange, to head: Head, revision: UInt32) -> Head? {
            var head = head
            guard
                let consent = try? head.consent.applying(
                    change, policy: policy, stamp: ConsentStamp(revision: revision, at: now), minor: false)
            else { return nil }
            head.consent = consent
            return head
        }
        var (passed, refused, shown) = (0, 0, 0)
        for round in 0..<4_000 {
            var before = original
            for _ in 0..<6 {
                before = applied(draw.change(), to: before, revision: UInt32(draw.below(2))) ?? before
            }
            guard var after = applied(draw.change(), to: before, revision: world.point.rulebook.ordinal) else {
                continue
            }
            after.consent = after.consent.keepingStamps(of: before.consent)
            if comparison.widens(from: before, to: after) {
                refused += 1
                continue
            }
            passed += 1
            for _ in 0...draw.below(4) {
                let later = draw.widening()
                guard let was = applied(later, to: before, revision: world.point.rulebook.ordinal),
                    let willBe = applied(later, to: after, revision: world.point.rulebook.ordinal)
                else { continue }
                (before, after) = (was, willBe)
                let former = seen(before, facts, world)
                for (item, disclosure) in seen(after, facts, world) {
                    shown += 1
                    #expect(
                        former[item].map { disclosure.isAtMost($0) } == true,
                        "round \(round) of seed \(Self.seed): \(item)")
                }
            }
        }
        #expect(passed > 500 && refused > 500 && shown > 500, "\(passed) passed, \(refused) refused, \(shown) shown")
    }
}
