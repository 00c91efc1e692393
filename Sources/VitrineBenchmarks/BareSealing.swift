import CSodium

/// The libsodium calls that a sealed record is made of, with nothing around them: the address, the cipher, the commitment.
struct BareSealing {
    private var buffer: [UInt8]
    private var plaintext: [UInt8]
    private let key = [UInt8](repeating: 7, count: 32)
    private var nonce = [UInt8](repeating: 9, count: 24)
    private let associated = [UInt8](repeating: 3, count: 96)
    private var hash = [UInt8](repeating: 0, count: 32)
    private var address = [UInt8](repeating: 0, count: 16)
    private let name = [UInt8](repeating: 5, count: 60)
    private let padded: Int

    init(padded: Int) {
        self.padded = padded
        buffer = [UInt8](repeating: 1, count: padded + 16)
        plaintext = [UInt8](repeating: 0, count: padded)
    }

    mutating func seal() {
        unsafe crypto_generichash(&address, 16, name, UInt64(name.count), key, 32)
        unsafe randombytes_buf(&nonce, 24)
        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            &buffer, nil, plaintext, UInt64(padded), associated, UInt64(associated.count), nil, nonce, key)
        commit()
    }

    mutating func open() -> Bool {
        unsafe crypto_generichash(&address, 16, name, UInt64(name.count), key, 32)
        commit()
        return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            &plaintext, nil, nil, buffer, UInt64(buffer.count), associated, UInt64(associated.count), nonce, key) == 0
    }

    private mutating func commit() {
        unsafe withUnsafeTemporaryAllocation(byteCount: crypto_generichash_statebytes(), alignment: 64) { memory in
            guard let start = memory.baseAddress else { return }
            let state = OpaquePointer(start)
            unsafe crypto_generichash_init(state, key, 32, 32)
            unsafe crypto_generichash_update(state, associated, UInt64(associated.count))
            unsafe crypto_generichash_update(state, buffer, UInt64(buffer.count))
            unsafe crypto_generichash_final(state, &hash, 32)
        }
    }
}
