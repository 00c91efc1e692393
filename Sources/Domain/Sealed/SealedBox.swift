/// A sealed record as it lies in storage: opaque bytes.
public struct SealedBox: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Sixteen bytes of the nonce of a box, by which what is left of that box is found in a file.
///
/// A box opens under no key without its nonce. Sensitivity: none; random bytes.
public struct BoxTrace: Hashable, Sendable {
    public static let byteCount = 16
    /// The trace begins behind the magic number, the version and the key generation of the box, and one byte of the nonce.
    private static let start = 8

    public let bytes: [UInt8]

    /// Returns `nil` if the box is too short to have a nonce.
    public init?(of box: SealedBox) {
        guard box.bytes.count >= Self.start + Self.byteCount else { return nil }
        bytes = Array(box.bytes[Self.start..<Self.start + Self.byteCount])
    }

    /// Precondition: sixteen bytes.
    public init(bytes: some Collection<UInt8>) {
        precondition(bytes.count == Self.byteCount, "a trace has sixteen bytes")
        self.bytes = Array(bytes)
    }
}
