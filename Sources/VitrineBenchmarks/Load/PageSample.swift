import NIOCore

/// One answer of a load, with when it was asked for and when it was there.
struct PageSample: Sendable {
    let sent: NIODeadline
    let received: NIODeadline
    /// Head and body.
    let bytes: ByteBuffer
}
