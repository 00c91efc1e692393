public import Domain

/// The one way to a plaintext. The module that disposes of it is the enforcement point, and no other imports this.
@_spi(EnforcementPoint)
extension KeyHierarchy {
    /// Seals a record under its name, padded to one of few sizes.
    ///
    /// Preconditions: the name's class is the key's; at most ``largestPlaintext`` bytes.
    public func seal<Class>(
        _ plaintext: [UInt8], as name: RecordName, with key: RecordKey<Class>
    ) -> SealedBox {
        precondition(name.keyClass == Class.keyClass, "a record is sealed under the class that its name says")
        precondition(plaintext.count <= Self.largestPlaintext, "the plaintext is too long")
        let box = RecordCodec.seal(
            plaintext, paddedTo: PaddingLadder.size(for: plaintext.count),
            as: RecordAssociated(name, addressKey: addressKey),
            nonce: random.bytes(RecordHeader.nonceByteCount), keys: key.ring.subkeys(for: name.kind))
        return SealedBox(bytes: box)
    }

    /// Opens a record that was sealed under this name, counter included, and this key.
    ///
    /// Precondition: the name's class is the key's. Errors: ``SealingError/malformed``,
    /// ``SealingError/unknownVersion``, ``SealingError/unknownGeneration``; ``SealingError/refused`` for everything
    /// else.
    public func open<Class>(
        _ box: SealedBox, as name: RecordName, with key: RecordKey<Class>
    ) throws(SealingError) -> Plaintext {
        precondition(name.keyClass == Class.keyClass, "a record is opened under the class that its name says")
        guard PaddingLadder.contains(box.bytes.count - RecordHeader.overhead) else { throw .malformed }
        return try RecordCodec.open(
            box.bytes, as: RecordAssociated(name, addressKey: addressKey), keys: key.ring.subkeys(for: name.kind))
    }
}
