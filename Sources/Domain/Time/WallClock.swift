/// Where the time of day comes from; handed in, so that tests and rehearsals decide what it is.
public protocol WallClock: Sendable {
    var now: Instant { get }
}
