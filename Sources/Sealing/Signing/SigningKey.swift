import CSodium

/// The Ed25519 key (RFC 8032) that exports and certificates are signed with; the secret half never leaves.
public final class SigningKey: Sendable {
    public static let publicKeyByteCount = 32
    public static let signatureByteCount = 64
    static let seedByteCount = 32

    /// Of which both halves are made when they are needed.
    let seed: SecretKey
    /// 32 bytes; whoever has them can check signatures.
    public let publicKey: [UInt8]

    init(seed: consuming SecretKey) {
        self.seed = seed
        publicKey = unsafe Self.withSecret(of: self.seed) { _, publicKey in publicKey }
    }

    /// The signature over the bytes.
    public func sign(_ bytes: [UInt8]) -> [UInt8] {
        unsafe Self.withSecret(of: seed) { secret, _ in
            unsafe [UInt8](unsafeUninitializedCapacity: Self.signatureByteCount) { output, count in
                var length: UInt64 = 0
                let status = unsafe bytes.withUnsafeBytes { message in
                    unsafe crypto_sign_detached(
                        UnsafeMutableRawBufferPointer(output).octets, &length, message.octets, UInt64(message.count),
                        secret)
                }
                precondition(status == 0, "signing does not fail")
                count = Int(length)
            }
        }
    }

    /// Whether a signature over the bytes was made with the secret half of a public key.
    public static func verify(_ signature: [UInt8], over bytes: [UInt8], publicKey: [UInt8]) -> Bool {
        guard Sodium.isReady, signature.count == signatureByteCount, publicKey.count == publicKeyByteCount
        else { return false }
        return unsafe bytes.withUnsafeBytes { message in
            unsafe crypto_sign_verify_detached(
                signature, message.octets, UInt64(message.count), publicKey) == 0
        }
    }

    /// Lends the secret half, which is zeroed afterwards.
    private static func withSecret<R>(
        of seed: borrowing SecretKey, _ body: (UnsafePointer<UInt8>, [UInt8]) -> R
    ) -> R {
        precondition(Sodium.isReady, "libsodium does not start")
        let size = Int(crypto_sign_secretkeybytes())
        return unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { secret in
            defer { unsafe sodium_memzero(secret.baseAddress, size) }
            let publicKey = unsafe [UInt8](unsafeUninitializedCapacity: publicKeyByteCount) { output, count in
                let status = unsafe seed.withBytes { seed in
                    unsafe crypto_sign_seed_keypair(
                        UnsafeMutableRawBufferPointer(output).octets, secret.octets, seed.octets)
                }
                precondition(status == 0, "making keys of a seed does not fail")
                count = publicKeyByteCount
            }
            return unsafe body(UnsafePointer(secret.octets), publicKey)
        }
    }
}
