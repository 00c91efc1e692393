import Domain
import PolicyEngine
import PolicyLab
import Testing

struct SuiteRunnerTests {
    private static let bread = """
        suite: Bread
        now: 2026-06-15T00:00:00Z
        people: { ada: {}, ben: {}, cleo: {} }
        relations: { friends: [[ada, ben], [ada, cleo]], closeFriends: { ada: [cleo] } }
        consent: { ada: { sharing: 2025-01-01T00:00:00Z, levels: product } }
        goods: { bread: { category: fb-2, title: Bread, price: 4.00 EUR, alike: 8 } }
        purchases: { bread-in-may: { buyer: ada, good: bread, at: 2026-05-04T10:00:00Z } }
        expect: { bread-in-may: { ben: category, cleo: product } }
        """

    private static let classes = """
        suite: Classes
        classifies:
          - { class: ordinary, roots: [fb, hb, hb-1-3] }
          - { class: alcohol, roots: [fb-1], categories: [fb-1-1] }
          - { class: health, in: fb-2, terms: [condom, 避孕套] }
        bands: { JPY: [0, 1000, 3000] }
        """

    private func runner(_ texts: String...) throws -> SuiteRunner {
        let files = texts.enumerated().map { (name: "\($0.offset).yaml", text: $0.element) }
        let set = try SmallPolicy.load(suites: files)
        return SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: try SmallPolicy.taxonomy())
    }

    @Test func `every pair of activity and viewer is checked, and owners are no viewers`() throws {
        let report = try runner(Self.bread).run()
        #expect(report.suites.map { $0.cases.map(\.name) } == [["bread-in-may to ben", "bread-in-may to cleo"]])
        #expect(report.verdict == .passed)
        #expect(report.text == "ok   Bread (2 cases)\n\n2 cases in 1 suite: all passed\n")
    }

    @Test func `a filter looks at the names of suites and of cases`() throws {
        let runner = try runner(Self.bread, Self.classes)
        #expect(runner.run(filter: "to ben").caseCount == 1)
        #expect(runner.run(filter: "Bread / bread-in-may").caseCount == 2)
        #expect(runner.run(filter: "Classes").suites.map(\.name) == ["Classes"])
        #expect(runner.run(filter: "condom").caseCount == 1)
        #expect(runner.run(filter: "JPY").caseCount == 5)
    }

    @Test func `a filter that matches nothing is a failure, and so is no suite`() throws {
        let report = try runner(Self.bread).run(filter: "to zoe")
        #expect(report.verdict == .testsFailed)
        #expect(report.text == "no case has `to zoe` in its name\n")
        #expect(report.tap.contains("not ok 1"))
        #expect(report.junit.contains("failures=\"1\""))
        #expect(try runner().run().verdict == .testsFailed)
    }

    @Test func `a run can stop at the first failure`() throws {
        let generous = Self.bread.replacing("ben: category, cleo: product", with: "ben: product, cleo: full")
        let runner = try runner(generous, Self.classes)
        #expect(runner.run().failureCount == 2)
        let short = runner.run(stopAtFirstFailure: true)
        #expect(short.failureCount == 1)
        #expect(short.caseCount == 1)
        #expect(runner.firstFailure()?.name == "Bread / bread-in-may to ben")
    }

    @Test func `another policy is judged as if the runner had been made with it`() throws {
        let runner = try runner(Self.bread, Self.classes)
        #expect(runner.firstFailure() == nil)
        let policy = runner.policy
        for id in policy.rules.map(\.id) {
            let other = policy.replacing(rules: policy.rules.filter { $0.id != id })
            let fresh = SuiteRunner(suites: runner.suites, policy: other, taxonomy: try SmallPolicy.taxonomy())
            #expect(runner.under(other).run().text == fresh.run().text, "without \(id)")
            #expect((runner.under(other).firstFailure() == nil) == (fresh.run().failureCount == 0), "without \(id)")
        }
        let withoutGrant = policy.replacing(rules: policy.rules.filter { $0.id != "friends-see-months" })
        #expect(runner.under(withoutGrant).firstFailure()?.name == "Bread / bread-in-may to ben")
        let withoutRoot = policy.replacing(roots: policy.roots.filter { $0.node != "fb-1" })
        #expect(runner.under(withoutRoot).firstFailure(tryingFirst: [1])?.suite == 1)
        let withoutTerms = policy.replacing(terms: [])
        #expect(runner.under(withoutTerms).firstFailure()?.name == "Classes / \"condom\" in fb-2")
    }

    @Test func `a class without a tier fails, and so does a constant that is another one`() throws {
        let pinned = """
            suite: Pinned
            tiers: { ordinary: ordinary, owner-decides: fitness, coarsen: alcohol, withhold: health }
            figures: { k: 5, preimage: { goods: 5 }, shop: { pickable: [owner-decides, ordinary] } }
            """
        let runner = try runner(pinned)
        #expect(runner.run().failureCount == 0)
        #expect(runner.run().caseCount == 8)
        #expect(runner.run(filter: "every class").caseCount == 1)
        var parts = runner.policy.parts
        parts.k = 6
        #expect(runner.under(runner.policy.with(parts)).firstFailure()?.name == "Pinned / k")
        for (code, tier) in runner.policy.parts.tiers {
            parts = runner.policy.parts
            parts.tiers[code] = tier == .coarsen ? .withhold : .coarsen
            #expect(runner.under(runner.policy.with(parts)).firstFailure()?.name.hasPrefix("Pinned / tier of") == true)
        }
        let short = try self.runner(pinned.replacing("coarsen: alcohol, ", with: ""))
        #expect(short.firstFailure()?.name == "Pinned / every class has a tier")
        #expect(short.run().text.contains("unlisted  expected none, saw alcohol"))
    }

    @Test func `a suite of a moment is named for it`() throws {
        let moments = Self.bread.replacing(
            "expect: { bread-in-may: { ben: category, cleo: product } }",
            with: """
                moments:
                  - { now: 2026-05-13T23:59:00Z, expect: { bread-in-may: nothing } }
                  - { now: 2026-05-14T00:00:00Z, expect: { bread-in-may: { cleo: product } } }
                """)
        let report = try runner(moments).run()
        #expect(report.verdict == .passed)
        #expect(report.caseCount == 4)
        #expect(report.suites.first?.cases.first?.name == "bread-in-may to ben at 2026-05-13T23:59:00Z")
    }

    @Test func `a table writes out a case for each good, kind and viewer`() throws {
        let table = """
            suite: A table
            now: 2026-06-15T00:00:00Z
            people: { ada: {} }
            goods: { bread: { category: fb-2, price: 4.00 EUR }, soap: { category: hb-2, price: 4.00 EUR } }
            viewers: [friends, everyone]
            tables:
              - table: In the window
                each: { kind: [pick, offer], owner: ada, at: 2026-06-01T10:00:00Z }
                rows:
                  bread and soap: [nothing, nothing]
            """
        let report = try runner(table).run()
        #expect(report.caseCount == 8)
        #expect(report.suites.first?.cases.first?.name == "In the window: bread as pick to friends")
        #expect(report.failureCount == 4)
    }

    @Test func `two suites of one name are a mistake`() throws {
        let error = #expect(throws: InvalidPolicyError.self) { try runner(Self.bread, Self.bread) }
        #expect(error?.diagnostics.map(\.message) == ["the suite `Bread` has the name of that in `tests/0.yaml`"])
    }
}
