/// Why the control socket cannot be used.
public enum ControlError: Error, Equatable, Sendable {
    /// The path of the socket does not fit into a socket address; lengths in bytes.
    case pathTooLong(length: Int, limit: Int)
    /// A file that is no socket lies where the socket should.
    case notASocket
    /// Another process answers on the socket.
    case alreadyServed
    /// No process answers on the socket.
    case nobodyListening
    /// The other side went away before the answer was complete, or refuses this account.
    case connectionClosed
    /// A frame is longer than the limit; lengths in bytes.
    case frameTooLong(limit: Int)
    /// The other side does not keep to the protocol.
    case malformedFrame
    /// A call was made on a connection whose last call broke off.
    case connectionSpent
    /// The system refused; the code is `errno`.
    case system(code: Int32)
}
