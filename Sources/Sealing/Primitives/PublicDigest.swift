import CSodium

/// BLAKE2b-256 without a key, for what is no secret: policy revisions, manifests.
public enum PublicDigest {
    /// Thirty-two bytes.
    public static func blake2b256(_ bytes: [UInt8]) -> [UInt8] {
        precondition(Sodium.isReady, "libsodium does not start")
        var digest = [UInt8](repeating: 0, count: 32)
        let status = unsafe crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), nil, 0)
        precondition(status == 0, "hashing does not fail on these sizes")
        return digest
    }
}
