import Synchronization

/// Makes something once for all who want it at once.
package final class SharedMaking<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let underWay = Mutex<[Key: Task<Value, Never>]>([:])

    package init() {}

    /// What is being made for that key, or what is made of it now.
    ///
    /// Goes on for the others when one of those who wait is cancelled, who waits all the same.
    package func value(
        for key: Key, priority: TaskPriority? = nil, _ make: @escaping @Sendable () async -> Value
    ) async -> Value {
        let task = underWay.withLock { underWay in
            if let task = underWay[key] { return task }
            let task = Task(priority: priority) {
                defer { _ = self.underWay.withLock { $0.removeValue(forKey: key) } }
                return await make()
            }
            underWay[key] = task
            return task
        }
        return await task.value
    }
}
