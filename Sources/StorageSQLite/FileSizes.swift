/// What a database takes on disk, in bytes; zero for what is not there.
public struct FileSizes: Hashable, Sendable {
    /// The database proper.
    public let main: Int
    /// The write-ahead log, which holds what was committed and not yet copied.
    public let log: Int
    /// The index of the log, shared by the connections.
    public let sharedMemory: Int

    public var total: Int { main + log + sharedMemory }
}
