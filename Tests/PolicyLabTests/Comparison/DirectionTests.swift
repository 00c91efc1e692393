import Domain
import PolicyEngine
import PolicyLab
import Testing

/// Each guard of a policy moved a little, both ways.
struct DirectionTests {
    typealias Bend = ComparedPolicy.Bend

    private func difference(_ bend: Bend) throws -> PolicyDifference {
        PolicyDifference(
            from: try ComparedPolicy.load(), to: try ComparedPolicy.load(bend), taxonomy: try ComparedPolicy.taxonomy())
    }

    @Test(arguments: Bend.wider) func `whatever may show more counts as wider`(bend: Bend) throws {
        let difference = try difference(bend)
        #expect(difference.widens)
        #expect(difference.verdict(allowingWidening: false) == .wideningFound)
        #expect(difference.verdict(allowingWidening: true) == .passed)
    }

    @Test(arguments: Bend.narrower) func `what only shows less does not`(bend: Bend) throws {
        let difference = try difference(bend)
        #expect(difference.direction == .narrower)
        #expect(!difference.widens)
        #expect(difference.verdict(allowingWidening: false) == .passed)
    }

    @Test func `a weekly epoch made daily is wider`() throws {
        let weekly = try ComparedPolicy.load(Bend("release", "epoch: day", "epoch: week"))
        let difference = PolicyDifference(
            from: weekly, to: try ComparedPolicy.load(), taxonomy: try ComparedPolicy.taxonomy())
        #expect(difference.settings.map(\.direction) == [.wider])
    }

    @Test(arguments: Bend.neutral) func `what changes nothing that is shown goes neither way`(bend: Bend) throws {
        let difference = try difference(bend)
        #expect(difference.direction == .neutral)
        #expect(!difference.widens)
    }

    @Test func `a policy does not differ from itself`() throws {
        let policy = try ComparedPolicy.load()
        let difference = PolicyDifference(from: policy, to: policy, taxonomy: try ComparedPolicy.taxonomy())
        #expect(difference.isEmpty)
        #expect(difference.text == "`\(policy.revision)` and `\(policy.revision)` decide alike\n")
    }

    @Test func `directions add up`() {
        #expect(Direction.wider.joined(with: .narrower) == .mixed)
        #expect(Direction.narrower.joined(with: .neutral) == .narrower)
        #expect(Direction.mixed.joined(with: .neutral) == .mixed)
        #expect(Direction.neutral.joined(with: .neutral) == .neutral)
    }

    @Test func `what cannot be compared is mixed, and widens`() {
        let finer = Disclosure(product: .exact, time: .month)
        let sooner = Disclosure(product: .category, time: .week)
        #expect(Direction(from: finer, to: sooner) == .mixed)
        #expect(Direction.mixed.widens)
    }
}
