public import Domain

extension KeyHierarchy {
    /// New keys for a person, and their wrap, to be kept at ``wrapAddress(of:)``.
    ///
    /// Errors: ``SealingError/weakRandomness`` where the random source gives the same key twice.
    public func makeOwnerKeys(for person: PersonID) throws(SealingError) -> (keys: OwnerKeys, wrap: SealedBox) {
        var material = random.bytes(2 * SecretKey.byteCount)
        precondition(material.count == 2 * SecretKey.byteCount, "the random source gave too few bytes")
        defer { material.wipe() }
        let keys = try ownerKeys(from: material.span)
        let wrap = RecordCodec.seal(
            material, paddedTo: PaddingLadder.size(for: material.count), as: wrapForm(of: person),
            nonce: random.bytes(RecordHeader.nonceByteCount), keys: ownerWrapKeys)
        return (keys, SealedBox(bytes: wrap))
    }

    /// The keys of a person out of their wrap.
    ///
    /// Errors: those of opening a record; ``SealingError/refused`` for the wrap of another person or under another
    /// root.
    public func ownerKeys(for person: PersonID, from wrap: SealedBox) throws(SealingError) -> OwnerKeys {
        try RecordCodec.open(wrap.bytes, as: wrapForm(of: person), keys: ownerWrapKeys)
            .withBytes { material throws(SealingError) in try ownerKeys(from: material) }
    }

    private func wrapForm(of person: PersonID) -> RecordAssociated {
        RecordAssociated(.ownerKeys, owner: person.rawValue, address: wrapHash(of: person))
    }

    /// The open key lies before the withheld key.
    private func ownerKeys(from material: Span<UInt8>) throws(SealingError) -> OwnerKeys {
        guard material.count == 2 * SecretKey.byteCount else { throw .malformed }
        let open = key(material, at: 0)
        let withheld = key(material, at: SecretKey.byteCount)
        guard !open.isEqual(to: withheld) else { throw .weakRandomness }
        return OwnerKeys(open: open, withheld: withheld)
    }

    private func key(_ material: Span<UInt8>, at offset: Int) -> SecretKey {
        let part = material.extracting(offset..<offset + SecretKey.byteCount)
        return unsafe part.withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
    }
}
