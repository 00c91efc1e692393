import Foundation

extension ControlError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .pathTooLong(let length, let limit):
            "the path of the control socket has \(length) bytes, and the system allows \(limit); "
                + "choose a data directory with a shorter path"
        case .notASocket: "a file that is no socket lies where the control socket should; move it away"
        case .alreadyServed: "another process already serves this data directory"
        case .nobodyListening: "no server answers on the control socket"
        case .connectionClosed:
            "the server closed the connection before its answer was complete; "
                + "it serves only the account that it runs under"
        case .frameTooLong(let limit): "a message is longer than \(limit / 1_048_576) MiB"
        case .malformedFrame: "the other side of the control socket does not keep to the protocol"
        case .connectionSpent: "an earlier call on this connection broke off; connect anew"
        case .system(let code): "the control socket cannot be used: \(String(cString: strerror(code)))"
        }
    }
}
