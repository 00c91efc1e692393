import Disclosure
import Domain
import Hummingbird
import Synchronization

/// The last first page of each viewer's feed, written again while everything that it was made from stands.
///
/// One a viewer, so that nobody can push out what others have by asking for much; and bounded in bytes. What is here is
/// no permission to show it: the gate is asked each time, as for an answer made anew.
final class ReadyAnswers: Sendable {
    private final class Kept: Sendable {
        let prepared: Mutex<Prepared<ReadyAnswer>>

        init(_ prepared: Prepared<ReadyAnswer>) { self.prepared = Mutex(prepared) }
    }

    private let point: EnforcementPoint
    private let kept: BoundedCache<PersonID, Kept>

    init(point: EnforcementPoint, maximumBytes: Int) {
        self.point = point
        let kept = BoundedCache<PersonID, Kept>(limit: maximumBytes)
        self.kept = kept
        point.whenErased { _ in kept.removeAll() }
    }

    /// The answer to the same request as the last one, let through once more; nothing when it has to be made anew.
    func response(to request: APIRequest) -> Response? {
        guard let person = request.principal.person, let entry = kept[person] else { return nil }
        return entry.prepared.withLock { prepared in
            guard prepared.value.address == request.request.head.path,
                let admission = point.admit(again: &prepared, for: request.principal)
            else { return nil }
            request.context.admission.set(admission)
            return prepared.value.response
        }
    }

    func keep(_ answer: Prepared<ReadyAnswer>, for viewer: PersonID) {
        kept.insert(Kept(answer), for: viewer, weight: answer.value.size)
    }
}
