import Synchronization

/// Keeps at most so many values; when full, the next one not asked for since the hand last passed gives way.
///
/// What it holds is only ever a copy of what storage holds, so dropping a value costs time and nothing else.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        var value: Value
        var slot: Int
        var wasUsed: Bool
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var ring: [Key] = []
        var hand = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) {
        precondition(limit > 0, "a cache holds something")
        self.limit = limit
    }

    subscript(key: Key) -> Value? {
        state.withLock { state in
            guard let index = state.entries.index(forKey: key) else { return nil }
            state.entries.values[index].wasUsed = true
            return state.entries.values[index].value
        }
    }

    /// Keeps a value; one that is there is replaced, unless told otherwise.
    func insert(_ value: Value, for key: Key, onlyIfAbsent: Bool = false) {
        state.withLock { state in
            if let index = state.entries.index(forKey: key) {
                if !onlyIfAbsent { state.entries.values[index].value = value }
                return
            }
            if state.ring.count < limit {
                state.entries[key] = Entry(value: value, slot: state.ring.count, wasUsed: false)
                state.ring.append(key)
                return
            }
            while let index = state.entries.index(forKey: state.ring[state.hand]), state.entries.values[index].wasUsed {
                state.entries.values[index].wasUsed = false
                state.hand = (state.hand + 1) % limit
            }
            state.entries[state.ring[state.hand]] = nil
            state.entries[key] = Entry(value: value, slot: state.hand, wasUsed: false)
            state.ring[state.hand] = key
            state.hand = (state.hand + 1) % limit
        }
    }

    /// Forgets everything at once.
    func removeAll() {
        state.withLock { $0 = State() }
    }

    /// Forgets a value at once; its place in the ring is taken by the next one.
    func remove(_ key: Key) {
        state.withLock { $0.entries[key] = nil }
    }
}
