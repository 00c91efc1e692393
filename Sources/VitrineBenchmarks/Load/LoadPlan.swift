import NIOCore

/// What is asked of a server, how fast, and for how long.
struct LoadPlan: Sendable {
    enum Pace: Sendable {
        /// Each connection asks again once it was answered.
        case closed
        /// So many requests a second, whatever the answers do; an answer's time counts from when its request was due.
        case open(perSecond: Double)
    }

    let port: Int
    /// In turn, encoded beforehand.
    let requests: [ByteBuffer]
    var connections = 64
    var duration = Duration.seconds(5)
    var pace = Pace.closed
    /// One of so many answers is handed on whole; none when nothing takes them.
    var sampledEvery = 100
    var onSample: (@Sendable (PageSample) -> Void)?
    /// Ends once each request was answered once, however long that takes.
    var onlyOnce = false
}
