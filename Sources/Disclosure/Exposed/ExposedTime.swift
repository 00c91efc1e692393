import Domain

/// A time, as coarse as it is told.
public struct ExposedTime: Encodable, Sendable, Hashable {
    public let precision: String
    /// `2026-11-20T09:14:00Z`, `2026-11-20`, `2026-W47`, `2026-11` or `2026-Q4`.
    public let value: String

    init(_ bucket: TimeBucket) {
        precision = "\(bucket.size)"
        value = bucket.description
    }
}
