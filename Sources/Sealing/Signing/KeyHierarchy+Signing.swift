public import Domain

extension KeyHierarchy {
    /// Where the sealed signing key is kept.
    public var signingAddress: Address { signingHash.address }

    private var signingHash: AddressHash { AddressForm(.signingKey, owner: nil).hash(key: addressKey) }

    private var form: RecordAssociated {
        RecordAssociated(.signingKey, owner: nil, address: signingHash)
    }

    /// Takes in what was found at ``signingAddress``; makes a new key where nothing was, and returns it sealed, to be
    /// kept there.
    ///
    /// Errors: those of opening a record.
    public func adoptSigningKey(from box: SealedBox?) throws(SealingError) -> SealedBox? {
        let memory = memory
        if let box {
            let seed = try RecordCodec.open(box.bytes, as: form, keys: signingWrapKeys)
                .withBytes { bytes throws(SealingError) in
                    guard bytes.count == SigningKey.seedByteCount else { throw .malformed }
                    return unsafe bytes.withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
                }
            adopt(SigningKey(seed: seed))
            return nil
        }
        var bytes = random.bytes(SigningKey.seedByteCount)
        defer { bytes.wipe() }
        let seed = unsafe SecretKey(in: memory) { slot in
            for (index, byte) in bytes.enumerated() { unsafe slot[index] = byte }
        }
        let sealed = RecordCodec.seal(
            bytes, paddedTo: PaddingLadder.size(for: bytes.count), as: form,
            nonce: random.bytes(RecordHeader.nonceByteCount), keys: signingWrapKeys)
        adopt(SigningKey(seed: seed))
        return SealedBox(bytes: sealed)
    }
}
