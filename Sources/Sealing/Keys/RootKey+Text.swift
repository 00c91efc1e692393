import CSodium

extension RootKey {
    /// Reads the key from a text of 64 hexadecimal digits or of 43 or 44 characters of base64, which is wiped.
    ///
    /// Errors: ``SealingError/rootKeyMalformed``.
    public init(text: inout [UInt8]) throws(SealingError) {
        defer { text.wipe() }
        guard Sodium.isReady else { throw .libraryUnavailable }
        while let last = text.last, last == 0x0A || last == 0x0D || last == 0x20 { text.removeLast() }
        let memory = try LockedMemory()
        let count = text.count
        guard count == 2 * SecretKey.byteCount || count == 43 || count == 44 else { throw .rootKeyMalformed }
        let key = unsafe try text.span.withUnsafeBytes { text throws(SealingError) in
            let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe try SecretKey(in: memory) { slot throws(SealingError) in
                var length = 0
                var status: Int32 = -1
                if count == 2 * SecretKey.byteCount {
                    status = unsafe sodium_hex2bin(slot.octets, slot.count, start, count, nil, &length, nil)
                } else {
                    for variant in [
                        sodium_base64_VARIANT_ORIGINAL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING,
                        sodium_base64_VARIANT_URLSAFE, sodium_base64_VARIANT_URLSAFE_NO_PADDING,
                    ] where status != 0 {
                        status = unsafe sodium_base642bin(
                            slot.octets, slot.count, start, count, nil, &length, nil, variant)
                    }
                }
                guard status == 0, length == slot.count else { throw .rootKeyMalformed }
            }
        }
        self.init(key)
    }
}
