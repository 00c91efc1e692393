import Synchronization

/// The permission to write one answer; ends when told to, or when nothing holds it any more.
public final class Admission: Sendable {
    /// Whether a narrowing lost patience with the answer.
    final class Cut: Sendable {
        private let happened = Atomic(false)

        func happen() { happened.store(true, ordering: .releasing) }
        var hasHappened: Bool { happened.load(ordering: .acquiring) }
    }

    private let number: UInt64
    private let cut: Cut
    private let gate: Gate
    private let isOver = Atomic(false)

    init(number: UInt64, cut: Cut, gate: Gate) {
        self.number = number
        self.cut = cut
        self.gate = gate
    }

    deinit {
        finish()
    }

    /// When true, not one byte more may be written, and the connection is to be closed.
    public var isCutOff: Bool { cut.hasHappened }

    /// The answer has been handed to the connection.
    public func finish() {
        if !isOver.exchange(true, ordering: .acquiringAndReleasing) { gate.leave(number) }
    }
}
