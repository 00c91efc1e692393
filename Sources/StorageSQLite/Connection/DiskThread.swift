import Dispatch

/// A thread that may wait for the disk.
///
/// A task that prefers it asks a file in place, and changes threads twice however often it asks. Elsewhere each question goes to
/// a thread of the file and its answer back to one of those that serve, and either has to be given a core first, which takes
/// milliseconds while all of them are busy.
final class DiskThread: TaskExecutor {
    private static let mark = DispatchSpecificKey<Bool>()
    private let queue = DispatchQueue(label: "vitrine.disk")

    init() { queue.setSpecific(key: Self.mark, value: true) }

    /// Whether the caller runs on such a thread.
    static var isCurrent: Bool { DispatchQueue.getSpecific(key: mark) == true }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
