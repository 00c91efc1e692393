import NIOCore
import Synchronization

/// What the load itself knows of what was hidden, and when; held against every sampled page.
final class NarrowingModel: Sendable {
    struct Item: Hashable, Sendable {
        let id: String
        let owner: String
    }

    private struct State {
        /// When the hiding was acknowledged, and when the request to show it again was sent.
        var hidden: [String: (acknowledged: NIODeadline, revealing: NIODeadline?)] = [:]
        /// Purchases on the newest sampled page.
        var seen: [Item] = []
        /// Those being hidden, shown again, or hidden.
        var busy: Set<String> = []
        var pages = 0
        var stale: [String] = []
    }

    private let state = Mutex(State())

    /// Pages that were looked at, and what stood on them although it had been hidden before they were asked for.
    var verdict: (pages: Int, stale: [String]) { state.withLock { ($0.pages, $0.stale) } }

    /// Something that was just seen and that nobody is hiding; `nil` when there is nothing.
    func candidate(_ generator: inout SeededGenerator) -> Item? {
        let number = generator.next()
        return state.withLock { state in
            let free = state.seen.filter { !state.busy.contains($0.id) }
            guard !free.isEmpty else { return nil }
            let item = free[Int(number % UInt64(free.count))]
            state.busy.insert(item.id)
            return item
        }
    }

    /// The hiding was acknowledged.
    func hid(_ item: Item, at moment: NIODeadline) {
        state.withLock { $0.hidden[item.id] = (moment, nil) }
    }

    /// The hiding came to nothing, as far as anybody knows.
    func gaveUp(_ item: Item) {
        state.withLock { _ = $0.busy.remove(item.id) }
    }

    /// The request to show it again is about to be sent.
    func revealing(_ item: Item, at moment: NIODeadline) {
        state.withLock { $0.hidden[item.id]?.revealing = moment }
    }

    /// The request to show it again was answered.
    func revealed(_ item: Item) {
        state.withLock { _ = $0.busy.remove(item.id) }
    }

    /// Looks at a page: nothing on it may have been hidden all the while from its request to its last byte.
    func check(_ items: [Item], sent: NIODeadline, received: NIODeadline) {
        state.withLock { state in
            state.pages += 1
            state.seen = items
            for item in items {
                guard let hiding = state.hidden[item.id], hiding.acknowledged < sent,
                    hiding.revealing.map({ $0 > received }) ?? true
                else { continue }
                state.stale.append(item.id)
            }
        }
    }
}
