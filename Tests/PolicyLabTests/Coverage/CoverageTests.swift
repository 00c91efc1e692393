import PolicyEngine
import PolicyLab
import Testing

struct CoverageTests {
    private static let world = """
        suite: A world
        now: 2026-06-15T00:00:00Z
        people: { ada: {}, ben: {} }
        relations: { friends: [[ada, ben]] }
        consent: { ada: { sharing: 2025-01-01T00:00:00Z, levels: full, optIn: all } }
        goods:
          bread: { category: fb-2, title: Bread, price: 4.00 EUR, alike: 8 }
          wine: { category: fb-1-1, title: Wine, price: 4.00 EUR, alike: 8 }
        purchases:
          bread-in-may: { buyer: ada, good: bread, at: 2026-05-04T10:00:00Z }
          wine-in-may: { buyer: ada, good: wine, at: 2026-05-04T10:00:00Z }
        expect: { bread-in-may: { ben: category } }

        """

    private func report(_ text: String) throws -> CoverageReport {
        let set = try SmallPolicy.load(suites: [("a.yaml", text)])
        return SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: try SmallPolicy.taxonomy()).coverage()
    }

    private func missing(_ section: String, _ text: String) throws -> [String] {
        try #require(try report(text).sections.first { $0.name == section }).missing.map(\.text)
    }

    @Test func `a rule counts as matching where it matches and as deciding where the decision rests on it`() throws {
        let matching = try missing("rules that match", Self.world)
        #expect(!matching.contains("`friends-see-months`"))
        #expect(matching.contains("`close-friends-see-products`"))
        let close = Self.world.replacing("expect:", with: "viewers: [close-friends]\nexpect:")
            .replacing("{ ben: category }", with: "{ close-friends: product }")
        #expect(try !missing("rules that match", close).contains("`friends-see-months`"))
        #expect(try missing("rules that decide", close).contains("`friends-see-months`"))
        #expect(try !missing("rules that decide", close).contains("`close-friends-see-products`"))
    }

    @Test func `a part of a condition needs a case in which it holds and one in which it alone does not`() throws {
        let conditions = try missing("conditions", Self.world)
        #expect(!conditions.contains("`tier` of `friends-see-months` is never satisfied"))
        #expect(!conditions.contains("`tier` of `friends-see-months` never fails alone"))
        #expect(conditions.contains("`audience` of `friends-see-months` never fails alone"))
        let stranger = Self.world.replacing("ben: {} }", with: "ben: {}, cleo: {} }")
        #expect(try !missing("conditions", stranger).contains("`audience` of `friends-see-months` never fails alone"))
    }

    @Test func `what no activity can bring about is not asked for`() throws {
        // Only purchases age, so the kind of that limit cannot fail alone.
        let conditions = try missing("conditions", Self.world)
        #expect(conditions.contains("`age` of `old-purchases-leave` is never satisfied"))
        #expect(!conditions.contains("`kind` of `old-purchases-leave` never fails alone"))
        #expect(!conditions.contains("`audience` of `everyone-sees-shops` never fails alone"))
    }

    @Test func `cells tell kinds, audiences, classes and opting in apart`() throws {
        let cells = try missing("cells", Self.world)
        #expect(!cells.contains("purchase of `ordinary` to friends"))
        #expect(cells.contains("purchase of `ordinary` to everyone"))
        #expect(!cells.contains("purchase of `alcohol` to friends, opted in"))
        #expect(cells.contains("purchase of `alcohol` to friends, not opted in"))
        #expect(cells.contains("pick of `alcohol` to friends"))
        let none = Self.world.replacing(", optIn: all", with: "")
        #expect(try !missing("cells", none).contains("purchase of `alcohol` to friends, not opted in"))
    }

    @Test func `what is hidden for another reason reaches no cell`() throws {
        let off = Self.world.replacing("sharing: 2025-01-01T00:00:00Z, ", with: "")
        #expect(try missing("cells", off).contains("purchase of `ordinary` to friends"))
        let early = Self.world.replacing("now: 2026-06-15", with: "now: 2026-05-06")
        #expect(try missing("cells", early).contains("purchase of `ordinary` to friends"))
    }

    @Test func `of somebody blocked the rules are not asked`() throws {
        let blocked = Self.world.replacing("friends: [[ada, ben]]", with: "blocks: { ada: [ben] }")
            .replacing("{ ben: category }", with: "nothing")
        let stranger = blocked.replacing("blocks: { ada: [ben] }", with: "blocks: { ben: [ada] }")
        let part = "`audience` of `friends-see-months` never fails alone"
        #expect(try missing("conditions", blocked).contains(part))
        #expect(try !missing("conditions", stranger).contains(part))
    }

    @Test func `roots and terms count where they decide a classification`() throws {
        let text =
            Self.world + """
                classifies:
                  - { class: alcohol, roots: [fb-1] }
                  - { class: health, in: fb-2, titles: [A condom] }
                """
        #expect(try !missing("roots", text).contains("`fb-1`"))
        #expect(try missing("roots", text).contains("`hb-1`"))
        #expect(try !missing("terms", text).contains("\"condom\""))
        #expect(try missing("terms", text).contains("\"whisky\""))
    }

    @Test func `the gate looks at the least section`() throws {
        let report = try report(Self.world)
        #expect(report.verdict(atLeast: 0) == .passed)
        #expect(report.percentage == 0)
        #expect(report.verdict(atLeast: 0.1) == .coverageShort)
        #expect(report.text(missingAtMost: 1).contains("cells"))
        #expect(report.json.contains("\"percentage\" : 0"))
    }

    @Test func `the shipped suites reach every rule, condition, cell, root and term`() throws {
        let set = try ShippedPolicy.load()
        let report = SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: try ShippedPolicy.taxonomy())
            .coverage()
        for section in report.sections {
            #expect(section.total > 0 && section.missing.map(\.text) == [], "\(section.name)")
        }
    }
}
