import Domain
import PolicyEngine
import PolicyLab
import Testing

/// What may come to light though its own decision did not become wider.
struct HidingTests {
    typealias Bend = ComparedPolicy.Bend

    private func hiding(_ bends: [Bend]) throws -> PolicyDifference {
        PolicyDifference(
            from: try ComparedPolicy.load(), to: try ComparedPolicy.load(bends), taxonomy: try ComparedPolicy.taxonomy()
        )
    }

    @Test func `ordinary goods made as coarse as hints bring hints to light`() throws {
        let difference = try hiding([
            Bend("disclosure", "disclose: { product: category, time: month, price: band }", "disclose: hint"),
            Bend(
                "disclosure", "ordinary: { close-friends: product, friends: category",
                "ordinary: { close-friends: product, friends: hint"),
        ])
        #expect(difference.decisions.allSatisfy { $0.direction == .narrower })
        #expect(difference.hiding.map(\.classes) == [["alcohol", "gambling"]])
        #expect(difference.hiding.first?.audiences == ["friends"])
        #expect(difference.hiding.first?.form == "{ product: department, time: month }")
        #expect(difference.widens)
    }

    @Test func `a lower default alone does so as well`() throws {
        let difference = try hiding([
            Bend(
                "disclosure", "ordinary: { close-friends: product, friends: category",
                "ordinary: { close-friends: product, friends: hint")
        ])
        #expect(difference.settings.map(\.direction) == [.narrower])
        #expect(difference.hiding.map(\.settings) == ["by default"])
        #expect(difference.widens)
    }

    @Test func `other sensitive goods that are withheld uncover what is in their department, and nothing elsewhere`()
        throws
    {
        let withheld = Bend("sensitive", "id: media, tier: owner-decides", "id: media, tier: withhold")
        let elsewhere = try hiding([withheld])
        #expect(!elsewhere.decisions.isEmpty && elsewhere.direction == .narrower)
        let plain = try ComparedPolicy.load(
            Bend("sensitive", "{ class: alcohol, nodes: [fb-1]", "{ class: alcohol, nodes: [fb-1, me-1]"))
        let beside = try ComparedPolicy.load(
            Bend("sensitive", "{ class: alcohol, nodes: [fb-1]", "{ class: alcohol, nodes: [fb-1, me-1]"), withheld)
        #expect(PolicyDifference(from: plain, to: beside, taxonomy: try ComparedPolicy.taxonomy()).widens)
    }

    @Test func `other sensitive goods that only leave a form count in it all the same`() throws {
        let difference = try hiding([
            Bend("disclosure", "tier: [owner-decides, coarsen] }", "class: [alcohol, gambling, fitness] }")
        ])
        #expect(!difference.decisions.isEmpty && difference.decisions.allSatisfy { $0.direction == .narrower })
        #expect(difference.hiding.isEmpty)
        #expect(!difference.widens)
    }
}
