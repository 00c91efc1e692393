import PolicyEngine

/// The band of a count of people; the highest has no end.
public struct ExposedCount: Encodable, Sendable, Hashable {
    public let from: Int
    public let to: Int?

    init(_ band: UInt8, of bands: CountBands) {
        (from, to) = bands.range(of: band)
    }
}
