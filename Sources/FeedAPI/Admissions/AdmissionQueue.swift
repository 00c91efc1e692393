import Disclosure
import NIOCore
import Synchronization

/// The admissions of the answers that a connection has yet to write, one entry an answer, in order.
final class AdmissionQueue: AnswerConnection {
    private let channel: any Channel

    private struct Entries {
        /// Those of the answers that are still to be written.
        var waiting: [Admission?] = []
        /// Those of the answers whose last part lies in the outbound buffer.
        var buffered: [Admission] = []
    }

    private let entries = Mutex(Entries())

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Notes that an answer is about to be written; `nil` stands for one that needs no admission.
    func append(_ admission: Admission?) {
        entries.withLock { $0.waiting.append(admission) }
    }

    /// Begins to write the next answer; returns `false` if it was cut off.
    func beginNext() -> Bool {
        let next = entries.withLock { $0.waiting.first ?? nil }
        return next?.begin(on: self) ?? true
    }

    /// Takes the admission of the answer whose last part is written now; ``finish(_:)`` ends it.
    func takeNext() -> Admission? {
        entries.withLock { entries in
            guard !entries.waiting.isEmpty, let next = entries.waiting.removeFirst() else { return nil }
            entries.buffered.append(next)
            return next
        }
    }

    /// Ends the admission of an answer that was sent.
    func finish(_ admission: Admission) {
        entries.withLock { $0.buffered.removeAll { $0 === admission } }
        admission.finish()
    }

    /// Ends the admissions of all answers that were not sent, as the connection is closed.
    func end() {
        // Outside of the lock: ending one wakes who waits for it.
        let left = entries.withLock { entries in
            defer { entries = Entries() }
            return entries.waiting.compactMap(\.self) + entries.buffered
        }
        for admission in left { admission.finish() }
    }

    func cutOff() {
        channel.close(promise: nil)
    }
}
