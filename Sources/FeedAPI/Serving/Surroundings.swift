public import Logging

/// What the servers take from the process around them.
public struct Surroundings: Sendable {
    public var clock: ServerClock
    public var resources: @Sendable () -> ProcessResources
    public var isReady: Readiness
    public var logger: Logger

    public init(
        clock: ServerClock,
        resources: @escaping @Sendable () -> ProcessResources = { ProcessResources.current() },
        isReady: @escaping Readiness, logger: Logger
    ) {
        self.clock = clock
        self.resources = resources
        self.isReady = isReady
        self.logger = logger
    }
}
