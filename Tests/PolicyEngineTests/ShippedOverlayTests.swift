import Domain
import PolicyEngine
import Testing

struct ShippedOverlayTests {
    private static func set(_ names: [String]) throws -> PolicySet {
        try PolicyLoader(digest: Fixture.digest).load(
            PolicyFiles(directory: ShippedPolicy.directory), taxonomy: ShippedPolicy.taxonomy(),
            overlays: names.map { try PolicyFiles(directory: "\(ShippedPolicy.directory)/overlays/\($0)") })
    }

    @Test(arguments: [["cn"], ["us-wa"], ["cn", "us-wa"]])
    func `shipped overlays load and widen no cell`(_ names: [String]) throws {
        do {
            let set = try Self.set(names)
            let base = try ShippedPolicy.load()
            #expect(set.overlays.map(\.id) == names)
            #expect(Overlays.widened(from: base, to: set.policy) == [])
            #expect(set.policy.revision != base.revision)
            #expect(base.classes.allSatisfy { set.policy.tier(of: $0.code) >= $0.tier })
        } catch let error as InvalidPolicyError {
            Issue.record(Comment(rawValue: error.diagnostics.map(\.rendered).joined(separator: "\n")))
        }
    }

    @Test func `in China goods for children are withheld and nothing is public`() throws {
        let policy = try Self.set(["cn"]).policy
        #expect(policy.tier(of: .init(name: "children")) == .withhold)
        for audience in [Audience.friendsOfFriends, .everyone] {
            let facts = DecisionFacts(kind: .purchase, audience: audience, classCode: policy.ordinaryClassCode)
            #expect(policy.table.disclosure(facts) == .nothing)
        }
        var facts = DecisionFacts(kind: .purchase, audience: .friends, classCode: policy.ordinaryClassCode)
        facts.ageInMonths = 11
        #expect(policy.table.disclosure(facts) != .nothing)
        facts.ageInMonths = 12
        #expect(policy.table.disclosure(facts) == .nothing)
    }

    @Test func `in Washington what tells of health is withheld`() throws {
        let policy = try Self.set(["us-wa"]).policy
        for name in ["supplements", "fitness", "vision", "minor-ailments", "skin-condition"] {
            #expect(policy.tier(of: .init(name: name)) == .withhold, "\(name)")
        }
        #expect(policy.tier(of: .init(name: "media-choice")) == .ownerDecides)
    }
}
