/// A share in hundredths of a percent, from nothing to the whole.
public struct BasisPoints: Hashable, Comparable, Sendable {
    public static let bounds = 0...10_000

    public let value: Int

    /// Nothing, when it is below nothing or above the whole.
    public init?(_ value: some BinaryInteger) {
        guard let value = Int(exactly: value), Self.bounds.contains(value) else { return nil }
        self.value = value
    }

    public static func < (left: BasisPoints, right: BasisPoints) -> Bool { left.value < right.value }
}
