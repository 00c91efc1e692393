import Synchronization

/// A connection that writes answers to a client, and can stop at once.
public protocol AnswerConnection: AnyObject, Sendable {
    /// Closes the connection and drops what was not sent yet.
    func cutOff()
}

/// The permission to write one answer; ends when told to, or when nothing holds it any more.
public final class Admission: Sendable {
    /// Whether an answer is being written, and whether a narrowing lost patience with it.
    final class Cut: Sendable {
        private let state = Mutex<(connection: (any AnswerConnection)?, hasHappened: Bool)>((nil, false))

        var hasHappened: Bool { state.withLock(\.hasHappened) }

        /// Returns `false` if the answer was cut off.
        func begin(on connection: any AnswerConnection) -> Bool {
            state.withLock { state in
                if !state.hasHappened { state.connection = connection }
                return !state.hasHappened
            }
        }

        /// Returns the connection that has begun to write the answer, or `nil` if none has: then none will.
        func happen() -> (any AnswerConnection)? {
            state.withLock { state in
                state.hasHappened = true
                return state.connection
            }
        }
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

    /// Whether a narrowing lost patience with the answer.
    var isCutOff: Bool { cut.hasHappened }

    /// Notes that a connection begins to write the answer: from now on only ``finish()`` ends the admission.
    ///
    /// - Returns: `false` if the answer was cut off; then not one byte may be written.
    public func begin(on connection: any AnswerConnection) -> Bool { cut.begin(on: connection) }

    /// Ends the admission: every byte of the answer was sent, or the connection is closed and the rest was dropped.
    public func finish() {
        if !isOver.exchange(true, ordering: .acquiringAndReleasing) { gate.leave(number) }
    }
}
