import Domain
import PolicyEngine
import PolicyLab
import Testing

struct ClassificationDifferenceTests {
    typealias Bend = ComparedPolicy.Bend

    private func classification(_ bends: Bend...) throws -> [ClassificationDifference] {
        PolicyDifference(
            from: try ComparedPolicy.load(), to: try ComparedPolicy.load(bends), taxonomy: try ComparedPolicy.taxonomy()
        ).classification
    }

    @Test func `nodes that change alike are told of at the highest`() throws {
        let found = try classification(
            Bend("sensitive", "  - { class: health, nodes: [hb-1], because: [promise] }\n", ""))
        #expect(found.map(\.node) == ["hb-1"])
        #expect(found.first?.nodes == 3)
        #expect(found.first?.path == "HB > HB-1")
        #expect(found.first?.direction == .wider)
        #expect(found.first?.tierBefore == "withhold")
        #expect(found.first?.classAfter == "ordinary")
    }

    @Test func `a subtree with an exception is told of beside it`() throws {
        let found = try classification(
            Bend("sensitive", "{ class: health, nodes: [hb-1]", "{ class: fitness, nodes: [hb-1]"),
            Bend("sensitive", "{ class: fitness, nodes: [sp-1]", "{ class: alcohol, nodes: [hb-1-2, sp-1]"))
        #expect(
            found.map { "\($0.node) \($0.nodes) \($0.classAfter)" } == [
                "hb-1 2 fitness", "hb-1-2 1 alcohol", "sp-1 2 alcohol",
            ])
    }

    @Test func `a class treated otherwise changes every node of it`() throws {
        let found = try classification(
            Bend("sensitive", "id: alcohol, tier: coarsen", "id: alcohol, tier: owner-decides"))
        #expect(found.map { "\($0.node) \($0.tierBefore) \($0.tierAfter)" } == ["fb-1 coarsen owner-decides"])
    }

    @Test func `a node without a root any more is withheld`() throws {
        let found = try classification(
            Bend("sensitive", "  - { class: media, nodes: [me], because: [promise] }\n", ""))
        #expect(found.map { "\($0.node) \($0.classAfter) \($0.direction)" } == ["me unclassified narrower"])
    }

    @Test func `a root that the taxonomy lacks is never passed over`() throws {
        let found = try classification(
            Bend("sensitive", "{ class: alcohol, nodes: [fb-1]", "{ class: alcohol, nodes: [fb-1, zz-9]"))
        #expect(found.map { "\($0.node) \($0.direction)" } == ["zz-9 mixed"])
    }
}
