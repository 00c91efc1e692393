public import Domain

extension KeyHierarchy {
    /// New keys for a person, of the generation that is sealed under now, and their wrap, to be kept at
    /// ``wrapAddress(of:)``.
    ///
    /// Errors: ``SealingError/weakRandomness`` where the random source gives the same key twice.
    public func makeOwnerKeys(for person: PersonID) throws(SealingError) -> (keys: OwnerKeys, wrap: SealedBox) {
        let material = try OwnerMaterial(generation: generation, random: random, in: memory)
        let wrap = wrapped(material, for: person, under: rootKeys.current.owners)
        return (OwnerKeys(material), wrap)
    }

    /// The keys of a person out of their wrap.
    ///
    /// Errors: those of opening a record; ``SealingError/refused`` for the wrap of another person or under another
    /// root.
    public func ownerKeys(for person: PersonID, from wrap: SealedBox) throws(SealingError) -> OwnerKeys {
        OwnerKeys(try material(of: person, from: wrap))
    }

    /// The wrap with keys of a newer generation added, which are sealed under from then on; nothing where it has them.
    public func extending(
        _ wrap: SealedBox, of person: PersonID, to generation: UInt32
    ) throws(SealingError) -> SealedBox? {
        let material = try material(of: person, from: wrap)
        guard material.newest.generation < generation else { return nil }
        let extended = try material.adding(generation: generation, random: random, in: memory)
        return wrapped(extended, for: person, under: rootKeys.current.owners)
    }

    /// The wrap with the newest keys alone; nothing where it has no others.
    public func contracting(_ wrap: SealedBox, of person: PersonID) throws(SealingError) -> SealedBox? {
        let material = try material(of: person, from: wrap)
        guard material.hasOlder else { return nil }
        return wrapped(material.contracted(), for: person, under: rootKeys.current.owners)
    }

    func material(of person: PersonID, from wrap: SealedBox) throws(SealingError) -> OwnerMaterial {
        let memory = memory
        return try openWrap(wrap, as: wrapForm(of: person), \.owners)
            .withBytes { bytes throws(SealingError) in try OwnerMaterial(bytes, in: memory) }
    }

    func wrapped(
        _ material: borrowing OwnerMaterial, for person: PersonID, under keys: RecordSubkeys
    ) -> SealedBox {
        material.withEncoded { bytes in
            SealedBox(
                bytes: RecordCodec.seal(
                    bytes, paddedTo: PaddingLadder.size(for: bytes.count), as: wrapForm(of: person),
                    nonce: random.bytes(RecordHeader.nonceByteCount), keys: keys))
        }
    }

    private func wrapForm(of person: PersonID) -> RecordAssociated {
        RecordAssociated(.ownerKeys, owner: person.rawValue, address: wrapHash(of: person))
    }
}
