import Synchronization

/// The permission to write one answer; ends when told to, or when nothing holds it any more.
public final class Admission: Sendable {
    /// Whether a narrowing lost patience with the answer.
    final class Cut: Sendable {
        private let happened = Mutex(false)

        func happen() { happened.withLock { $0 = true } }
        var hasHappened: Bool { happened.withLock { $0 } }
    }

    let cut = Cut()
    private let number: UInt64
    private let gate: Gate

    init(number: UInt64, gate: Gate) {
        self.number = number
        self.gate = gate
    }

    deinit {
        gate.leave(number)
    }

    /// When true, not one byte more may be written, and the connection is to be closed.
    public var isCutOff: Bool { cut.hasHappened }

    /// The answer has been handed to the connection.
    public func finish() {
        gate.leave(number)
    }
}
