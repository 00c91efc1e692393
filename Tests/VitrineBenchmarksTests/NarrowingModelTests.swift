import NIOCore
import Testing

@testable import vitrine_bench

struct NarrowingModelTests {
    private let item = NarrowingModel.Item(id: "it_1", owner: "ada")

    private func at(_ nanoseconds: UInt64) -> NIODeadline { .uptimeNanoseconds(nanoseconds) }

    @Test func `an item on a page that was asked for after its hiding is stale`() {
        let model = NarrowingModel()
        model.hid(item, at: at(10))
        model.check([item], sent: at(11), received: at(20))
        #expect(model.verdict.stale == ["it_1"])
    }

    @Test func `an item on a page that was asked for before its hiding was acknowledged is not stale`() {
        let model = NarrowingModel()
        model.hid(item, at: at(10))
        model.check([item], sent: at(9), received: at(20))
        #expect(model.verdict.stale.isEmpty)
    }

    @Test func `an item that may have been shown again before the page was whole is not stale`() {
        let model = NarrowingModel()
        model.hid(item, at: at(10))
        model.revealing(item, at: at(15))
        model.check([item], sent: at(11), received: at(20))
        model.check([item], sent: at(11), received: at(14))
        #expect(model.verdict.stale == ["it_1"])
        #expect(model.verdict.pages == 2)
    }

    @Test func `nothing is hidden twice at a time`() {
        let model = NarrowingModel()
        var generator = SeededGenerator(seed: 1)
        model.check([item], sent: at(1), received: at(2))
        #expect(model.candidate(&generator) == item)
        #expect(model.candidate(&generator) == nil)
        model.revealed(item)
        #expect(model.candidate(&generator) == item)
    }
}
