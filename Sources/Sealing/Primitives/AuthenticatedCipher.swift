import CSodium

/// Authenticated encryption with associated data, by libsodium.
///
/// It does not commit to its key: `RecordCodec` does.
///
/// Records use XChaCha20-Poly1305, whose 24-byte nonces may be drawn at random. ChaCha20-Poly1305 (RFC 8439), which
/// that is built on, is here so that the published vectors of both pass through the same lines.
enum AuthenticatedCipher {
    case xChaCha20Poly1305
    case chaCha20Poly1305

    static let tagByteCount = 16

    var nonceByteCount: Int {
        switch self {
        case .xChaCha20Poly1305: 24
        case .chaCha20Poly1305: 12
        }
    }

    /// Encrypts where the plaintext lies, and puts the tag into the sixteen bytes behind it.
    ///
    /// Precondition: a nonce of the right length, and room for the tag.
    func seal(
        inPlace buffer: UnsafeMutableRawBufferPointer,
        associated: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer,
        key: borrowing SecretKey
    ) {
        precondition(nonce.count == nonceByteCount && buffer.count >= Self.tagByteCount)
        let text = unsafe buffer.octets
        let length = UInt64(buffer.count - Self.tagByteCount)
        let extra = unsafe associated.octets
        let extraLength = UInt64(associated.count)
        let number = unsafe nonce.octets
        let status = unsafe key.withBytes { key in
            let key = unsafe key.octets
            return switch self {
            case .xChaCha20Poly1305:
                unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
                    text, nil, text, length, extra, extraLength, nil, number, key)
            case .chaCha20Poly1305:
                unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
                    text, nil, text, length, extra, extraLength, nil, number, key)
            }
        }
        precondition(status == 0, "encryption does not fail on buffers of these sizes")
    }

    /// Decrypts into `output`, which is as long as the plaintext; false, and nothing of use written, when the tag does
    /// not fit or the nonce is of another length.
    func open(
        _ ciphertext: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer,
        associated: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer,
        key: borrowing SecretKey
    ) -> Bool {
        guard nonce.count == nonceByteCount, ciphertext.count == output.count + Self.tagByteCount else { return false }
        let target = unsafe output.octets
        let text = unsafe ciphertext.octets
        let length = UInt64(ciphertext.count)
        let extra = unsafe associated.octets
        let extraLength = UInt64(associated.count)
        let number = unsafe nonce.octets
        let status = unsafe key.withBytes { key in
            let key = unsafe key.octets
            return switch self {
            case .xChaCha20Poly1305:
                unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
                    target, nil, nil, text, length, extra, extraLength, number, key)
            case .chaCha20Poly1305:
                unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
                    target, nil, nil, text, length, extra, extraLength, number, key)
            }
        }
        return status == 0
    }
}
