public import Domain

/// The keys of the records that belong to no owner.
///
/// Those of the first generation come from the seed. Later ones are random and wrapped, so that whoever once had the
/// seed does not have them.
extension KeyHierarchy {
    private static let version: UInt8 = 1
    private static let entryByteCount = 4 + SecretKey.byteCount

    /// Where the wrapped keys of the service are kept; nothing lies there before the first re-sealing.
    public var serviceAddress: Address { serviceHash.address }

    private var serviceHash: AddressHash { AddressForm(.serviceKeys, owner: nil).hash(key: addressKey) }

    /// Takes in what was found at ``serviceAddress``.
    ///
    /// Errors: those of opening a record.
    public func adoptServiceKeys(from wrap: SealedBox?) throws(SealingError) {
        let key = try serviceKey(from: wrap)
        adopt(key)
    }

    /// The wrap with a key of a newer generation added, to be adopted once it is kept; nothing where it has it.
    public func extendingService(
        _ wrap: SealedBox?, to generation: UInt32
    ) throws(SealingError) -> SealedBox? {
        var bytes = try serviceMaterial(wrap)
        defer { bytes.wipe() }
        guard newest(bytes) < generation else { return nil }
        bytes.reserveCapacity(2 + 3 * Self.entryByteCount)
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: generation >> shift)) }
        var key = random.bytes(SecretKey.byteCount)
        defer { key.wipe() }
        bytes.append(contentsOf: key)
        return wrappedService(bytes, under: rootKeys.current.service)
    }

    /// The wrap with the newest key alone; nothing where there is none.
    public func contractingService(_ wrap: SealedBox?) throws(SealingError) -> SealedBox? {
        guard wrap != nil else { return nil }
        var bytes = try serviceMaterial(wrap)
        defer { bytes.wipe() }
        guard bytes.count > 2 + Self.entryByteCount || bytes[1] == 1 else { return nil }
        var kept: [UInt8] = [Self.version, 0]
        kept.reserveCapacity(2 + Self.entryByteCount)
        defer { kept.wipe() }
        kept.append(contentsOf: bytes.suffix(Self.entryByteCount))
        return wrappedService(kept, under: rootKeys.current.service)
    }

    /// The same wrap under the root that follows.
    func rewrappedService(_ wrap: SealedBox, under keys: RecordSubkeys) throws(SealingError) -> SealedBox {
        var bytes = try serviceMaterial(wrap)
        defer { bytes.wipe() }
        return wrappedService(bytes, under: keys)
    }

    /// `version(1) ‖ whether the seed's own key is in use(1) ‖ (generation(4) ‖ key(32))…`.
    func serviceMaterial(_ wrap: SealedBox?) throws(SealingError) -> [UInt8] {
        guard let wrap else { return [Self.version, 1] }
        let bytes = try openWrap(wrap, as: form, \.service).withBytes { bytes in
            unsafe bytes.withUnsafeBytes { bytes in unsafe [UInt8](bytes) }
        }
        guard bytes.count >= 2 + Self.entryByteCount, bytes[0] == Self.version, bytes[1] <= 1,
            (bytes.count - 2).isMultiple(of: Self.entryByteCount)
        else { throw .malformed }
        return bytes
    }

    func wrappedService(_ bytes: [UInt8], under keys: RecordSubkeys) -> SealedBox {
        SealedBox(
            bytes: RecordCodec.seal(
                bytes, paddedTo: PaddingLadder.size(for: bytes.count), as: form,
                nonce: random.bytes(RecordHeader.nonceByteCount), keys: keys))
    }

    private func newest(_ bytes: [UInt8]) -> UInt32 {
        bytes.count == 2 ? RecordHeader.firstGeneration : generation(bytes, at: bytes.count - Self.entryByteCount)
    }

    private func generation(_ bytes: [UInt8], at start: Int) -> UInt32 {
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }

    private func serviceKey(from wrap: SealedBox?) throws(SealingError) -> RecordKey<ServiceClass> {
        var bytes = try serviceMaterial(wrap)
        defer { bytes.wipe() }
        var rings: [KeyRing] = bytes[1] == 1 ? [firstServiceRing] : []
        for start in stride(from: 2, to: bytes.count, by: Self.entryByteCount) {
            let part = bytes.span.extracting(start + 4..<start + Self.entryByteCount)
            let key = unsafe part.withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
            rings.append(KeyRing(key, keyClass: .service, generation: generation(bytes, at: start)))
        }
        return RecordKey(rings)
    }

    private var form: RecordAssociated {
        RecordAssociated(.serviceKeys, owner: nil, address: serviceHash)
    }
}
