import Domain

/// Something exposed, with what it was made from; good for one answer, or for several that are let through each.
public struct Prepared<Value: Sendable>: Sendable {
    public let value: Value
    let snapshot: ReadSnapshot
    /// For whom it was made and when; nothing where it is good for one answer only.
    let origin: PreparedOrigin?

    init(value: Value, snapshot: ReadSnapshot, origin: PreparedOrigin? = nil) {
        self.value = value
        self.snapshot = snapshot
        self.origin = origin
    }

    /// The same answer with something else made of its value.
    public func map<Other: Sendable>(_ transform: (Value) throws -> Other) rethrows -> Prepared<Other> {
        Prepared<Other>(value: try transform(value), snapshot: snapshot, origin: origin)
    }
}

/// For whom something was made, and when.
struct PreparedOrigin: Sendable {
    let viewer: PersonID
    let madeAt: Instant
}
