/// What a request came to when it came to nothing: thrown by the handler, thrown again by the client.
///
/// The payload is the handler's own; it is empty when the handler threw something else, whose text stays on its side.
public struct ControlFailure: Error, Hashable, Sendable {
    public let payload: [UInt8]

    public init(payload: [UInt8]) {
        self.payload = payload
    }
}
