import NIOCore
import Synchronization

/// The queues of all open connections, found by channel.
final class ConnectionAdmissions: Sendable {
    private let queues = Mutex<[ObjectIdentifier: AdmissionQueue]>([:])

    /// A new queue for a connection that was opened.
    func open(_ channel: any Channel) -> AdmissionQueue {
        let queue = AdmissionQueue(channel)
        queues.withLock { $0[ObjectIdentifier(channel)] = queue }
        return queue
    }

    /// Forgets a connection; what it did not write ends with its queue.
    func close(_ channel: any Channel) {
        queues.withLock { $0[ObjectIdentifier(channel)] = nil }
    }

    func queue(of channel: any Channel) -> AdmissionQueue? {
        queues.withLock { $0[ObjectIdentifier(channel)] }
    }
}
