import DequeModule
import Synchronization

/// Keeps values of at most so much weight; when full, the oldest one not asked for since it was last looked at gives way.
///
/// What it holds is only ever a copy of what can be had again, so dropping a value costs time and nothing else.
package final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        var value: Value
        var weight: Int
        var turn: UInt64
        var wasUsed: Bool
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var weight = 0
        var nextTurn: UInt64 = 0
        /// In which order entries give way; turns that no entry has any more are passed over.
        var queue: Deque<(key: Key, turn: UInt64)> = []

        private static var slack: Int { 64 }

        mutating func put(_ value: Value, for key: Key, weight: Int, _ limit: Int) {
            let former = entries.removeValue(forKey: key)
            self.weight -= former?.weight ?? 0
            guard weight <= limit else { return }
            while self.weight + weight > limit { giveWay() }
            queue.append((key, nextTurn))
            entries[key] = Entry(value: value, weight: weight, turn: nextTurn, wasUsed: former?.wasUsed ?? false)
            self.weight += weight
            nextTurn += 1
            if queue.count > 2 * entries.count + Self.slack { passOver() }
        }

        /// The first entry in the queue that nobody asked for goes; the others before it are looked at again later.
        mutating func giveWay() {
            while let (key, turn) = queue.popFirst() {
                guard let index = entries.index(forKey: key), entries.values[index].turn == turn else { continue }
                if entries.values[index].wasUsed {
                    entries.values[index].wasUsed = false
                    queue.append((key, turn))
                } else {
                    weight -= entries.remove(at: index).value.weight
                    return
                }
            }
        }

        mutating func passOver() {
            queue.removeAll { entries[$0.key]?.turn != $0.turn }
        }
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Outside of this module a cache comes from ``EnforcementPoint/cacheOfExposed(limit:)``.
    init(limit: Int) {
        precondition(limit > 0, "a cache holds something")
        self.limit = limit
    }

    package subscript(key: Key) -> Value? {
        state.withLock { state in
            guard let index = state.entries.index(forKey: key) else { return nil }
            state.entries.values[index].wasUsed = true
            return state.entries.values[index].value
        }
    }

    /// Keeps a value; one that is there is replaced, unless told otherwise.
    ///
    /// One heavier than the limit is not kept.
    package func insert(_ value: Value, for key: Key, weight: Int = 1, onlyIfAbsent: Bool = false) {
        state.withLock { state in
            if onlyIfAbsent, state.entries[key] != nil { return }
            state.put(value, for: key, weight: weight, limit)
        }
    }

    /// Replaces a value by what is made of it.
    package func update(_ key: Key, _ change: (Value?) -> (value: Value, weight: Int)) {
        state.withLock { state in
            let (value, weight) = change(state.entries[key]?.value)
            state.put(value, for: key, weight: weight, limit)
        }
    }

    /// The values of several keys, in one go.
    package func values(for keys: [Key]) -> [Value?] {
        state.withLock { state in
            keys.map { key in
                guard let index = state.entries.index(forKey: key) else { return nil }
                state.entries.values[index].wasUsed = true
                return state.entries.values[index].value
            }
        }
    }

    /// Forgets everything at once.
    package func removeAll() {
        state.withLock { $0 = State() }
    }

    /// Forgets a value at once.
    package func remove(_ key: Key) {
        state.withLock { state in
            if let entry = state.entries.removeValue(forKey: key) { state.weight -= entry.weight }
        }
    }

}
