import CSodium

/// The key of one digest purpose.
final class DigestKey: Sendable {
    static let digestByteCount = 32

    private let key: SecretKey

    init(_ purpose: DigestPurpose, seed: borrowing SecretKey) {
        key = SubkeyPath(scope: .digest, use: .digest(purpose)).derive(from: seed)
    }

    func digest(_ parts: [[UInt8]]) -> [UInt8] {
        let size = parts.reduce(0) { $0 + CanonicalWriter.prefixByteCount + $1.count }
        return unsafe [UInt8](unsafeUninitializedCapacity: Self.digestByteCount) { output, initialized in
            unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
                // What is digested may be a token: nothing of it stays behind.
                defer { unsafe sodium_memzero(buffer.baseAddress, size) }
                var writer = unsafe CanonicalWriter(buffer)
                for part in parts { writer.append(part) }
                unsafe KeyedHash.compute(
                    into: UnsafeMutableRawBufferPointer(start: output.baseAddress, count: Self.digestByteCount),
                    key: key, of: writer.written())
            }
            initialized = Self.digestByteCount
        }
    }
}
