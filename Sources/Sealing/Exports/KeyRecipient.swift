import CSodium

/// The X25519 key pair of whoever exports are sealed to.
public enum KeyRecipient {
    public static let keyByteCount = 32

    /// A new pair; the secret half is to be kept away from the installation.
    ///
    /// Sensitivity: the secret half opens every export sealed to the public one.
    public static func makePair() throws(SealingError) -> (publicKey: [UInt8], secretKey: [UInt8]) {
        guard Sodium.isReady else { throw .libraryUnavailable }
        var publicKey = [UInt8](repeating: 0, count: keyByteCount)
        var secretKey = [UInt8](repeating: 0, count: keyByteCount)
        _ = unsafe crypto_box_keypair(&publicKey, &secretKey)
        return (publicKey, secretKey)
    }

    static func publicKey(of secretKey: [UInt8]) -> [UInt8] {
        var publicKey = [UInt8](repeating: 0, count: keyByteCount)
        _ = unsafe crypto_scalarmult_base(&publicKey, secretKey)
        return publicKey
    }

    /// Errors: ``SealingError/recipientMalformed`` for what is no public key.
    static func seal(_ bytes: [UInt8], to publicKey: [UInt8]) throws(SealingError) -> [UInt8] {
        guard Sodium.isReady else { throw .libraryUnavailable }
        guard publicKey.count == keyByteCount else { throw .recipientMalformed }
        var sealed = [UInt8](repeating: 0, count: bytes.count + Int(crypto_box_sealbytes()))
        guard unsafe crypto_box_seal(&sealed, bytes, UInt64(bytes.count), publicKey) == 0 else {
            throw .recipientMalformed
        }
        return sealed
    }

    /// Errors: ``SealingError/exportRefused`` where it was sealed to another key, or altered.
    static func open(_ sealed: [UInt8], with secretKey: [UInt8]) throws(SealingError) -> SecretBytes {
        guard Sodium.isReady else { throw .libraryUnavailable }
        guard secretKey.count == keyByteCount else { throw .recipientMalformed }
        let count = sealed.count - Int(crypto_box_sealbytes())
        guard count > 0 else { throw .exportMalformed }
        var bytes = [UInt8](repeating: 0, count: count)
        defer { bytes.wipe() }
        let publicKey = publicKey(of: secretKey)
        guard unsafe crypto_box_seal_open(&bytes, sealed, UInt64(sealed.count), publicKey, secretKey) == 0 else {
            throw .exportRefused
        }
        return SecretBytes(copying: bytes.span)
    }
}
