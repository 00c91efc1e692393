import Disclosure
import Domain
import FeedBuilder
import Hummingbird

/// The first page of each viewer's feed as an answer: made once for all requests that want it at once, and written again while
/// everything that it was made from stands.
///
/// Without the former, whatever stops an answer would set every request on every connection to making the same one, each
/// slower for the others and so more likely overtaken again. Of the latter there is one a viewer, so that nobody can push out
/// what others have by asking for much; and they are bounded in bytes. What is here is no permission to show it: the gate is
/// asked for each request.
final class FirstPages: Sendable {
    private typealias Kept = KeptAnswer<ReadyAnswer>

    private struct Wanted: Hashable {
        let viewer: PersonID
        let address: String
    }

    private let point: EnforcementPoint
    private let feeds: FeedBuilder
    private let kept: BoundedCache<PersonID, Kept>
    private let making = SharedMaking<Wanted, Result<Kept, any Error>>()

    init(point: EnforcementPoint, feeds: FeedBuilder, maximumBytes: Int) {
        self.point = point
        self.feeds = feeds
        kept = point.cacheOfExposed(limit: maximumBytes)
    }

    /// The answer to the same request as the last one, let through once more; nothing when it has to be made anew.
    func ready(_ request: APIRequest) -> Admitted<ReadyAnswer>? {
        guard let viewer = request.principal.person, let answer = kept[viewer],
            answer.value.address == request.address
        else { return nil }
        return point.admit(answer, for: request.principal)
    }

    /// The answer, made anew; again when something that it was made from has changed meanwhile.
    func answer(_ page: PageRequest, to request: APIRequest) async throws -> Answer {
        let viewer = try request.person()
        return try await request.answer {
            let answer = try await made(page, for: viewer, to: request)
            // What the token is good for may have changed while the page was made.
            let principal = try await request.authentication.principal(of: request.request)
            guard let admitted = point.admit(answer, for: principal) else { return nil }
            if kept[viewer] !== answer { kept.insert(answer, for: viewer, weight: answer.value.size) }
            return admitted
        }
    }

    private func made(_ page: PageRequest, for viewer: PersonID, to request: APIRequest) async throws -> Kept {
        let feeds = feeds
        // Everybody waits for it.
        return try await making.value(for: Wanted(viewer: viewer, address: request.address), priority: .high) {
            do {
                let prepared = try await feeds.feed(of: viewer, page)
                let answer = try request.written(prepared.value)
                return .success(Kept(prepared.map { _ in answer }))
            } catch {
                return .failure(error)
            }
        }.get()
    }
}
