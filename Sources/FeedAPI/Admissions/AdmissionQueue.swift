import Disclosure
import NIOCore
import Synchronization

/// The admissions of the answers that a connection has yet to write, one entry an answer, in order.
final class AdmissionQueue: AnswerConnection {
    private let channel: any Channel
    private let entries = Mutex<[Admission?]>([])

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Notes that an answer is about to be written; `nil` stands for one that needs no admission.
    func append(_ admission: Admission?) {
        entries.withLock { $0.append(admission) }
    }

    /// Begins to write the next answer; returns `false` if it was cut off.
    func beginNext() -> Bool {
        let next = entries.withLock { $0.first ?? nil }
        return next?.begin(on: self) ?? true
    }

    /// Takes the admission of the answer whose last part is written now.
    func takeNext() -> Admission? {
        entries.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    /// Ends the admissions of all answers that were not written, as the connection is closed.
    func end() {
        // Outside of the lock: ending one wakes who waits for it.
        let left = entries.withLock { entries in
            defer { entries = [] }
            return entries
        }
        for admission in left { admission?.finish() }
    }

    func cutOff() {
        channel.close(promise: nil)
    }
}
