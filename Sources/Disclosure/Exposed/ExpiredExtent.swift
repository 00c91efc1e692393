/// What was erased because of its age, in numbers.
public struct ExpiredExtent: Codable, Equatable, Sendable {
    public var purchases = 0
    public var history = 0
    public var tokens = 0
    /// Tombstones that were cut down, as no backup is left that they would have to be applied to.
    public var tombstones = 0
    /// Certificates of erasures that nobody acknowledged.
    public var certificates = 0
}
