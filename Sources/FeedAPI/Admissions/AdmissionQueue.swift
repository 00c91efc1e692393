import Disclosure
import Synchronization

/// The admissions of the answers that a connection has yet to write, one entry an answer, in order.
final class AdmissionQueue: Sendable {
    private let entries = Mutex<[Admission?]>([])

    /// Notes that an answer is about to be written; nothing for one that was made from nothing of anybody's.
    func append(_ admission: Admission?) {
        entries.withLock { $0.append(admission) }
    }

    /// Whether the next answer may not be written any more.
    var isNextCutOff: Bool {
        entries.withLock { entries in
            guard let next = entries.first else { return false }
            return next?.isCutOff ?? false
        }
    }

    /// The next answer lies in the connection's outbound buffer.
    func finishNext() {
        // Outside of the lock: whoever waits for this is woken by it.
        let next = entries.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let admission = next.flatMap(\.self) { admission.finish() }
    }
}
