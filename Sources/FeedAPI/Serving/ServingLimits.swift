/// How much a client may ask of the server.
public struct ServingLimits: Sendable {
    /// The largest body that is read, in bytes; ample for any body of this API.
    public var bodyBytes = 64 * 1024
    /// The longest path and query, in bytes; a cursor is far shorter.
    public var addressBytes = 4 * 1024
    /// The largest header, in bytes.
    public var headerBytes = 8 * 1024
    /// The largest head, in bytes.
    public var headBytes = 32 * 1024
    /// How many headers a request may have.
    public var headerCount = 100
    /// How long a body may take to arrive.
    public var bodyDeadline = Duration.seconds(10)
    /// How long an answer may take.
    public var answerDeadline = Duration.seconds(30)
    /// How long a connection may be idle.
    public var idleDeadline = Duration.seconds(60)
    /// How many requests are worked on at once; more are turned away before they cost memory.
    public var concurrentRequests = 512
    /// How many connections are open at once; more wait in the kernel's queue.
    public var connections = 4096
    /// How many requests a token may make in a window, all at once or spread over it.
    public var requestsPerWindow = 600
    /// The window of the rate limit.
    public var window = Duration.seconds(60)
    /// How many tokens' rates are remembered at once.
    public var rememberedTokens = 100_000
    /// How many idempotency keys are remembered with a digest of the body that each came with.
    public var rememberedKeys = 100_000

    public init() {}
}
