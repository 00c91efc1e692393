import Domain
import Testing

@testable import PolicyEngine

/// What counts as showing more.
struct WideningTests {
    /// A piece of a file, and what it says instead.
    struct Edit: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let file: String
        let old: String
        let new: String

        init(_ description: String, _ file: String, _ old: String, _ new: String) {
            testDescription = description
            self.file = file + ".yaml"
            (self.old, self.new) = (old, new)
        }

        func policy() throws -> Policy {
            let bent = try Fixture.load(Fixture.files(file, replacing: old, with: new))
            #expect(try bent.revision != Fixture.load().revision)
            return bent
        }
    }

    static let widening: [Edit] = [
        Edit("a lowered tier", "sensitive", "tier: withhold", "tier: coarsen"),
        Edit("a root taken away", "sensitive", "nodes: [fb-1]", "nodes: [fb-1-2]"),
        Edit("a root of tier A taken away", "sensitive", "nodes: [hb-1, me-2]", "nodes: [hb-1]"),
        Edit("a node that was unknown", "sensitive", "nodes: [fb, hb, me]", "nodes: [fb, hb, me, zz]"),
        Edit("a phrase taken away", "sensitive", "en: [condom, morning after pill, HIV]", "en: [condom, HIV]"),
        Edit("a Chinese text taken away", "sensitive", "zh: [避孕套, 安全套]", "zh: [避孕套]"),
        Edit("one more exception", "sensitive", "en: [condom shaped balloon]", "en: [condom shaped balloon, costume]"),
        Edit("one more exception in Chinese", "sensitive", "zh: [安全套装]", "zh: [安全套装, 玩具]"),
        Edit("finer labels", "disclosure", "department: 1, category: 2", "department: 1, category: 3"),
        Edit("fewer goods behind a form", "disclosure", "{ goods: 5 }", "{ goods: 4 }"),
        Edit("a smaller ordinary share", "disclosure", "ordinaryShare: 80", "ordinaryShare: 79"),
        Edit("fewer ordinary ones", "disclosure", "ordinaryCount: 20", "ordinaryCount: 19"),
        Edit("a greater share of one class", "disclosure", "classShare: 10", "classShare: 11"),
        Edit(
            "a finer level", "disclosure", "category: { product: category, time: month",
            "category: { product: category, time: week"),
        Edit(
            "a higher default", "disclosure", "owner-decides: { close-friends: category, friends: category",
            "owner-decides: { close-friends: product, friends: category"),
        Edit("a finer grant", "disclosure", "disclose: hint", "disclose: { product: department, time: week }"),
        Edit(
            "a grant for one audience more", "disclosure", "audience: friends, class: alcohol",
            "audience: friends-of-friends, class: alcohol"),
        Edit(
            "a limit that leaves more", "disclosure", "disclose: { product: department }",
            "disclose: { product: category }"),
        Edit("a limit that begins later", "disclosure", "age: { from: 24 }", "age: { from: 25 }"),
        Edit(
            "a limit for fewer", "disclosure", "thirdParty: true, audience: friends",
            "thirdParty: true, audience: everyone"),
        Edit("a shorter settle", "release", "month: 72", "month: 48"),
        Edit("a shorter hold", "release", "raiseHold: 2", "raiseHold: 1"),
        Edit("a shorter epoch", "release", "epoch: week", "epoch: day"),
        Edit("a smaller crowd", "aggregates", "k: 5", "k: 4"),
        Edit("a band that is cut", "aggregates", "[0, 1000, 2500]", "[0, 500, 1000, 2500]"),
        Edit("a band of a currency that is cut", "aggregates", "[0, 1000, 3000]", "[0, 1000, 2000, 3000]"),
        Edit("more slots", "shop", "slots: 4", "slots: 8"),
        Edit("a shorter lock", "shop", "lockHours: 72", "lockHours: 71"),
        Edit(
            "goods of another tier in windows", "shop", "[ordinary, owner-decides]",
            "[ordinary, owner-decides, coarsen]"),
    ]

    /// Those of which the way back shows more as well, in another respect.
    private static let bothWays = [
        "finer labels", "a finer grant", "a shorter settle", "a band that is cut", "a band of a currency that is cut",
    ]

    @Test(arguments: widening.filter { $0.testDescription != "a shorter epoch" })
    func `an edit that shows more is found, and the way back mostly is none`(edit: Edit) throws {
        let (former, next) = (try Fixture.load(), try edit.policy())
        let taxonomy = try Fixture.taxonomy()
        #expect(!next.widenings(over: former, taxonomy: taxonomy).isEmpty)
        let back = former.widenings(over: next, taxonomy: taxonomy).map(\.description)
        #expect(back.isEmpty != Self.bothWays.contains(edit.testDescription), "\(back)")
    }

    @Test func `a shorter epoch shows more`() throws {
        let weekly = try Edit("weekly", "release", "epoch: day", "epoch: week").policy()
        let daily = try Fixture.load()
        let taxonomy = try Fixture.taxonomy()
        #expect(daily.widenings(over: weekly, taxonomy: taxonomy).count == 1)
        #expect(weekly.widenings(over: daily, taxonomy: taxonomy).isEmpty)
    }

    static let harmless: [Edit] = [
        Edit(
            "a new phrase that raises to tier A", "sensitive", "en: [condom, morning after pill, HIV]",
            "en: [condom, morning after pill, HIV, PrEP]"),
        Edit(
            "a phrase that raises to tier A instead", "sensitive", "- class: alcohol\n    en: [whisky]",
            "- class: health\n    en: [whisky]"),
        Edit("fewer slots", "shop", "slots: 4", "slots: 3"),
        Edit("a tier raised to A", "sensitive", "tier: owner-decides", "tier: withhold"),
        Edit("another hour of the same tick", "release", "month: 72", "month: 71"),
        Edit(
            "a limit more", "disclosure", "limits:\n",
            "limits:\n  - id: nothing-to-strangers\n    when: { audience: everyone }\n    disclose: nothing\n    because: [gdpr-9]\n"
        ),
    ]

    @Test(arguments: harmless) func `an edit that shows no more is none`(edit: Edit) throws {
        let found = try edit.policy().widenings(over: Fixture.load(), taxonomy: Fixture.taxonomy())
        #expect(found.isEmpty, "\(found.map(\.description))")
    }

    @Test func `goods that move between classes that can be opted in are found`() throws {
        let sensitive = Fixture.sensitive.replacing("nodes: [hb-1, me-2]", with: "nodes: [hb-1]")
        let files = Fixture.files.map { ($0.0, $0.0 == "sensitive.yaml" ? sensitive : $0.1) }
        let fitness = "  - class: fitness\n    nodes: [me-2]\n    because: [gdpr-9]\nterms:"
        let alcohol = "  - class: alcohol\n    nodes: [me-2]\n    because: [gdpr-9]\nterms:"
        let policies = try [fitness, alcohol].map { root in
            try Fixture.load(PolicyFiles(files: files.map { ($0.0, $0.1.replacing("terms:", with: root)) }))
        }
        let found = policies[1].widenings(over: policies[0], taxonomy: try Fixture.taxonomy()).map(\.description)
        #expect(
            found == [
                "1 node(s) of the taxonomy, `me-2` among them, move from `fitness` to `alcohol`, which somebody may have opted in to"
            ])
    }

    @Test func `a policy that is remembered is the policy, but for its rules`() throws {
        let policy = try Fixture.load()
        let remembered = try #require(
            Policy(remembered: policy.memory, revision: policy.revision, table: policy.table))
        #expect(remembered.table == policy.table)
        #expect(PolicyMemory(remembered.content) == PolicyMemory(policy.content))
        #expect(remembered.rules.isEmpty)
        #expect(remembered.levels == policy.levels && remembered.release == policy.release)
        #expect(remembered.priceBands == policy.priceBands && remembered.shop == policy.shop)
        let taxonomy = try Fixture.taxonomy()
        let title = LocalizedText(en: "HIV test", zh: nil)
        for category in taxonomy.categories {
            let (known, lost) = (policy.classifier(for: taxonomy), remembered.classifier(for: taxonomy))
            #expect(known.classCode(ofCategory: category.number) == lost.classCode(ofCategory: category.number))
            #expect(
                known.classCode(category: category.id, title: title, brand: nil)
                    == lost.classCode(category: category.id, title: title, brand: nil))
        }
        // Everything that widens is seen from what is remembered, too.
        for edit in Self.widening where edit.testDescription != "a shorter epoch" {
            #expect(
                try edit.policy().widenings(over: remembered, taxonomy: taxonomy)
                    == edit.policy().widenings(over: policy, taxonomy: taxonomy))
        }
        #expect(Policy(remembered: [], revision: "none", table: policy.table) == nil)
    }
}
