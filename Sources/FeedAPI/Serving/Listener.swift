/// Where a server listens.
public struct Listener: Sendable, Hashable {
    public let host: String
    /// 0 lets the system choose.
    public let port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}
