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
        #expect(difference.hiding.map(\.reason) == [.ordinaryGoodsTakeTheForm])
        #expect(difference.hiding.first?.classes == ["alcohol", "gambling"])
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

    @Test func `other sensitive goods that are withheld make what stays in a form stand out less`() throws {
        let difference = try hiding([Bend("sensitive", "id: media, tier: owner-decides", "id: media, tier: withhold")])
        #expect(difference.decisions.allSatisfy { $0.direction == .narrower })
        #expect(difference.hiding.map(\.reason) == [.sensitiveGoodsNoLongerCount])
        #expect(difference.hiding.first?.classes == ["alcohol", "gambling"])
        #expect(difference.widens)
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
