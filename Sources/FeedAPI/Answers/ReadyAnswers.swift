import Disclosure
import Domain
import Hummingbird

/// The last first page of each viewer's feed, written again while everything that it was made from stands.
///
/// One a viewer, so that nobody can push out what others have by asking for much; and bounded in bytes. What is here is
/// no permission to show it: the gate is asked each time, as for an answer made anew.
final class ReadyAnswers: Sendable {
    private let point: EnforcementPoint
    private let kept: BoundedCache<PersonID, KeptAnswer<ReadyAnswer>>

    init(point: EnforcementPoint, maximumBytes: Int) {
        self.point = point
        let kept = BoundedCache<PersonID, KeptAnswer<ReadyAnswer>>(limit: maximumBytes)
        self.kept = kept
        point.whenErased { _ in kept.removeAll() }
    }

    /// The answer to the same request as the last one, let through once more; nothing when it has to be made anew.
    func response(to request: APIRequest) -> Response? {
        guard let person = request.principal.person, let answer = kept[person],
            answer.value.address == request.request.head.path,
            let admission = point.admit(answer, for: request.principal)
        else { return nil }
        request.context.admission.set(admission)
        return answer.value.response
    }

    func keep(_ answer: Prepared<ReadyAnswer>, for viewer: PersonID) {
        kept.insert(KeptAnswer(answer), for: viewer, weight: answer.value.size)
    }
}
