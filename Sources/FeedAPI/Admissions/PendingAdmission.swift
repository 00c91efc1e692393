import Disclosure
import Synchronization

/// Where a route leaves the admission of its answer.
final class PendingAdmission: Sendable {
    private let admission = Mutex<Admission?>(nil)

    func set(_ admission: Admission) { self.admission.withLock { $0 = admission } }
    func take() -> Admission? { admission.withLock { $0.take() } }
}
