/// A sealed record as it lies in storage: opaque bytes.
public struct SealedBox: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
