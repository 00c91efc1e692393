import Disclosure
import Domain
import FeedBuilder
import Synchronization

/// Makes a first page once for all requests of its viewer that want it at once.
///
/// Without that, whatever stops a ready page would set every request on every connection to making the same one, each slower
/// for the others and so more likely overtaken again. What is made here is no permission to show it: the gate is asked for
/// each answer.
final class FirstPages: Sendable {
    private struct Wanted: Hashable {
        let viewer: PersonID
        let limit: Int
    }

    private let feeds: FeedBuilder
    private let underWay = Mutex<[Wanted: Task<Prepared<FeedPage>, any Error>]>([:])

    init(feeds: FeedBuilder) {
        self.feeds = feeds
    }

    func page(_ page: PageRequest, of viewer: PersonID) async throws -> Prepared<FeedPage> {
        guard page.isFirst else { return try await feeds.feed(of: viewer, page) }
        let wanted = Wanted(viewer: viewer, limit: page.limit)
        let task = underWay.withLock { underWay in
            if let task = underWay[wanted] { return task }
            // Everybody waits for it.
            let task = Task(priority: .high) {
                defer { _ = self.underWay.withLock { $0.removeValue(forKey: wanted) } }
                return try await self.feeds.feed(of: viewer, page)
            }
            underWay[wanted] = task
            return task
        }
        return try await task.value
    }
}
