import CSodium

extension RootKey {
    /// Fewer bytes than this are no passphrase.
    public static let shortestPassphrase = 12

    /// Makes the key of a passphrase, which is wiped.
    ///
    /// Takes about a second and as much memory as the parameters say. Errors: ``SealingError/passphraseTooShort``;
    /// ``SealingError/passphraseCostsTooMuch`` where there is not as much memory.
    public init(
        passphrase: inout [UInt8], parameters: PassphraseParameters
    ) throws(SealingError) {
        defer { passphrase.wipe() }
        guard Sodium.isReady else { throw .libraryUnavailable }
        self.init(try SecretKey(in: LockedMemory(), passphrase: passphrase, parameters: parameters))
    }
}

extension SecretKey {
    /// Errors: those of ``RootKey/init(passphrase:parameters:)``; the caller wipes the passphrase.
    init(
        in memory: LockedMemory, passphrase words: [UInt8], parameters: PassphraseParameters
    ) throws(SealingError) {
        guard words.count >= RootKey.shortestPassphrase else { throw .passphraseTooShort }
        unsafe try self.init(in: memory) { slot throws(SealingError) in
            let status = unsafe words.withUnsafeBytes { words in
                unsafe crypto_pwhash(
                    slot.octets, UInt64(slot.count),
                    UnsafeRawPointer(words.octets).assumingMemoryBound(to: CChar.self),
                    UInt64(words.count), parameters.salt, parameters.passes, parameters.memory,
                    crypto_pwhash_alg_argon2id13())
            }
            guard status == 0 else { throw .passphraseCostsTooMuch }
        }
    }
}
