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
        let ring = key.sealing
        let box = RecordCodec.seal(
            plaintext, paddedTo: PaddingLadder.size(for: plaintext.count),
            as: RecordAssociated(name, generation: ring.generation, addressKey: addressKey),
            nonce: random.bytes(RecordHeader.nonceByteCount), keys: ring.subkeys(for: name.kind))
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
        guard let ring = key.ring(try RecordHeader.generation(of: box.bytes)) else { throw .unknownGeneration }
        return try RecordCodec.open(
            box.bytes, as: RecordAssociated(name, generation: ring.generation, addressKey: addressKey),
            keys: ring.subkeys(for: name.kind))
    }

    /// Opens an immutable record of no owner of which only the address is known.
    ///
    /// An index is found by what it is an index of; whoever looks for what leads somewhere knows no more than where boxes lie.
    public func open(
        _ box: SealedBox, at address: Address, as kind: RecordKind, with key: RecordKey<ServiceClass>
    ) throws(SealingError) -> Plaintext {
        guard PaddingLadder.contains(box.bytes.count - RecordHeader.overhead) else { throw .malformed }
        guard let ring = key.ring(try RecordHeader.generation(of: box.bytes)) else { throw .unknownGeneration }
        return try RecordCodec.open(
            box.bytes, as: RecordAssociated(kind, at: address, generation: ring.generation),
            keys: ring.subkeys(for: kind))
    }

    /// How long the box of a plaintext of so many bytes is.
    public static func boxByteCount(ofPlaintext byteCount: Int) -> Int {
        PaddingLadder.size(for: byteCount) + RecordHeader.overhead
    }

    /// The key generation that a box says it is of; nothing for what is no box.
    public static func generation(of box: SealedBox) -> UInt32? {
        try? RecordHeader.generation(of: box.bytes)
    }

    /// What every box of a generation begins with.
    public static func header(ofGeneration generation: UInt32) -> [UInt8] {
        var header = [RecordHeader.magic.0, RecordHeader.magic.1, RecordHeader.version]
        for shift in stride(from: 0, to: 32, by: 8) { header.append(UInt8(truncatingIfNeeded: generation >> shift)) }
        return header
    }
}
