import Domain
import PolicyEngine
import PolicyLab
import Testing

/// How differences of decisions are put together and told.
struct DecisionDifferenceTests {
    typealias Bend = ComparedPolicy.Bend

    private func difference(_ bends: Bend...) throws -> PolicyDifference {
        PolicyDifference(
            from: try ComparedPolicy.load(), to: try ComparedPolicy.load(bends), taxonomy: try ComparedPolicy.taxonomy()
        )
    }

    @Test func `one change is one group, with the rules on either side`() throws {
        let difference = try difference(
            Bend(
                "disclosure", "audience: friends, tier: [owner-decides, coarsen]",
                "audience: friends-of-friends, tier: [owner-decides, coarsen]"))
        let found = try #require(difference.decisions.first)
        #expect(difference.decisions.count == 1)
        #expect(found.direction == .wider)
        #expect(found.audiences == ["friends-of-friends"])
        #expect(found.kinds == ["purchase"])
        #expect(found.classes == ["alcohol", "fitness", "gambling", "media"])
        #expect(found.isOptedIn == true)
        #expect(found.ages == [DecisionDifference.AgeSpan(from: 0, to: 23)])
        #expect(found.madeAsMinor == false)
        #expect(found.madeInPrivate == nil)
        #expect(found.before == "nothing")
        #expect(found.after == "{ product: department, time: month }")
        #expect(found.rulesBefore.isEmpty)
        #expect(found.rulesAfter == ["friends-opted-in"])
        #expect(found.cells == 4 * 4)
    }

    @Test func `a dropped limit is named on the side that had it`() throws {
        let difference = try difference(
            Bend(
                "disclosure", "thirdParty: true, audience: close-friends", "thirdParty: true, audience: friends"))
        #expect(!difference.decisions.isEmpty)
        #expect(difference.decisions.allSatisfy { $0.thirdParty == true && $0.audiences == ["close-friends"] })
        #expect(difference.decisions.allSatisfy { $0.rulesBefore.contains("gifts") })
        #expect(difference.decisions.allSatisfy { !$0.rulesAfter.contains("gifts") })
    }

    @Test func `a class that one side lacks is withheld there`() throws {
        let lamps = Bend(
            "sensitive", "classes:\n",
            "classes:\n  - { id: lamps, tier: owner-decides, name: { en: Lamps, zh: 灯 }, because: [promise] }\n")
        let added = try difference(lamps)
        #expect(added.classes.map { "\($0.id) \($0.direction)" } == ["lamps wider"])
        #expect(Set(added.decisions.map(\.classes)) == [["lamps"]])
        let removed = PolicyDifference(
            from: try ComparedPolicy.load(lamps), to: try ComparedPolicy.load(), taxonomy: try ComparedPolicy.taxonomy()
        )
        #expect((removed.decisions.map(\.direction) + removed.classes.map(\.direction)).allSatisfy { $0 == .narrower })
        #expect(!removed.decisions.isEmpty)
    }

    @Test func `goods that need no opting in any more are wider where nothing was opted in`() throws {
        let difference = try difference(
            Bend("sensitive", "{ id: ordinary, tier: ordinary,", "{ id: ordinary, tier: owner-decides,"),
            Bend("sensitive", "{ id: media, tier: owner-decides,", "{ id: media, tier: ordinary,"))
        let media = difference.decisions.filter { $0.classes == ["media"] && $0.audiences.contains("friends") }
        #expect(media.contains { $0.isOptedIn == false && $0.before == "nothing" && $0.direction == .wider })
    }

    @Test func `a person can read it`() throws {
        let difference = try difference(
            Bend(
                "disclosure", "audience: friends, tier: [owner-decides, coarsen]",
                "audience: everyone, tier: [owner-decides, coarsen]"),
            Bend("aggregates", "k: 5", "k: 4"))
        #expect(
            difference.text == """
                `\(difference.before)` -> `\(difference.after)`: wider

                decisions (1 group of \(difference.cells) cells)
                  wider for friends of friends and everyone, purchases of alcohol, fitness, gambling and media, opted in, \
                aged 0 to 23 months, made of age: nothing -> { product: department, time: month }
                      by no rule before, by `friends-opted-in` now; 32 cells

                settings
                  wider: k 5 -> 4

                """)
    }

    @Test func `programs read the same`() throws {
        let json = try difference(Bend("aggregates", "k: 5", "k: 4")).json
        #expect(json.contains(#""widens" : true"#))
        #expect(json.contains(#""setting" : "k""#))
    }
}
