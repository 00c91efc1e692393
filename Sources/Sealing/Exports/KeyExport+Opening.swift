public import Domain

extension KeyExport {
    /// Opens an export, whole or not at all.
    ///
    /// `signer` is whose signature is asked for: nothing takes the one that the export names, for want of anything to
    /// compare it with. Errors: ``SealingError/exportRefused`` where it was sealed to another key, altered, or is of
    /// another signer; ``SealingError/exportMalformed`` for what is none; ``SealingError/unknownVersion``.
    public static func open(
        _ bytes: [UInt8], secretKey: [UInt8], signer: [UInt8]?
    ) throws(SealingError) -> KeyExport {
        guard bytes.count > magic.count + 1, bytes.count <= largestByteCount, bytes.starts(with: magic)
        else { throw .exportMalformed }
        guard bytes[magic.count] == version else { throw .unknownVersion }
        let plaintext = try KeyRecipient.open(Array(bytes[(magic.count + 1)...]), with: secretKey)
        let recipient = KeyRecipient.publicKey(of: secretKey)
        return try plaintext.withBytes { bytes throws(SealingError) in
            try read(bytes, recipient: recipient, signer: signer)
        }
    }

    private static func read(
        _ bytes: Span<UInt8>, recipient: [UInt8], signer: [UInt8]?
    ) throws(SealingError) -> KeyExport {
        let end = bytes.count - SigningKey.signatureByteCount
        guard end > 0 else { throw .exportMalformed }
        let payload = bytes.extracting(0..<end)
        var reader = ExportReader()
        guard try reader.number(UInt8.self, in: payload) == version else { throw .unknownVersion }
        // Bound to its recipient, so that who opens it cannot pass it on as sealed to somebody else.
        guard try reader.text(in: payload) == recipient else { throw .exportRefused }
        let named = try reader.text(in: payload)
        if let signer, signer != named { throw .exportRefused }
        var signed = domain
        signed.reserveCapacity(domain.count + end)
        defer { signed.wipe() }
        for index in 0..<end { signed.append(bytes[index]) }
        let signature = (end..<bytes.count).map { bytes[$0] }
        guard SigningKey.verify(signature, over: signed, publicKey: named) else { throw .exportRefused }

        let memory = try LockedMemory()
        let counter = try reader.number(UInt64.self, in: payload)
        let madeAt = Instant(seconds: try reader.number(Int64.self, in: payload))
        let seed = try reader.key(in: payload, memory)
        let signingSeed = try reader.key(in: payload, memory)
        let service = try reader.range(in: payload)
        let state = try reader.text(in: payload)
        let count = Int(try reader.number(UInt32.self, in: payload))
        guard count <= end / 76 else { throw .exportMalformed }
        var owners: [(person: PersonID, material: SecretBytes)] = []
        owners.reserveCapacity(count)
        for _ in 0..<count {
            let person = PersonID(rawValue: try reader.number(UInt64.self, in: payload))
            let material = SecretBytes(copying: payload.extracting(try reader.range(in: payload)))
            // Read once, so that nothing is replaced by what does not hold together.
            _ = try material.withBytes { bytes throws(SealingError) in
                try OwnerMaterial(bytes, in: memory).newest.generation
            }
            owners.append((person, material))
        }
        guard reader.position == end, Set(owners.map(\.person)).count == count else { throw .exportMalformed }
        return KeyExport(
            counter: counter, madeAt: madeAt, signer: named, state: state,
            contents: Contents(
                memory: memory, seed: seed, signingSeed: signingSeed,
                service: service.isEmpty ? nil : SecretBytes(copying: payload.extracting(service)), owners: owners))
    }

    /// The seed of the export, wrapped by a root key; to be kept at ``KeyHierarchy/seedAddress``.
    public func wrappedSeed(root: borrowing RootKey, random: any RandomSource) -> SealedBox {
        var bytes = unsafe contents.seed.withBytes { bytes in unsafe [UInt8](bytes) }
        defer { bytes.wipe() }
        return KeyHierarchy.wrapped(seed: bytes, under: root.wrapKeys(for: .seed), random: random)
    }
}

extension KeyHierarchy {
    /// Whether an export is of the installation that these keys are of.
    public func isOrigin(of export: KeyExport) -> Bool {
        export.contents.seed.isEqual(to: seed)
    }

    /// What an export holds of a person, wrapped; nothing where it holds nothing.
    public func wraps(from export: KeyExport) throws(SealingError) -> [(person: PersonID, wrap: SealedBox)] {
        var wraps: [(person: PersonID, wrap: SealedBox)] = []
        wraps.reserveCapacity(export.contents.owners.count)
        let keys = rootKeys.current.owners
        for owner in export.contents.owners {
            let memory = memory
            let material = try owner.material.withBytes { bytes throws(SealingError) in
                try OwnerMaterial(bytes, in: memory)
            }
            wraps.append((owner.person, wrapped(material, for: owner.person, under: keys)))
        }
        return wraps
    }

    /// The keys of the service that an export holds, wrapped; nothing where the seed's own were in use.
    public func serviceWrap(from export: KeyExport) -> SealedBox? {
        guard let service = export.contents.service else { return nil }
        var bytes = service.withBytes { bytes in unsafe bytes.withUnsafeBytes { bytes in unsafe [UInt8](bytes) } }
        defer { bytes.wipe() }
        return wrappedService(bytes, under: rootKeys.current.service)
    }

    /// The signing key that an export holds, sealed.
    public func signingBox(from export: KeyExport) -> SealedBox {
        var bytes = unsafe export.contents.signingSeed.withBytes { bytes in unsafe [UInt8](bytes) }
        defer { bytes.wipe() }
        return sealedSigningSeed(bytes)
    }
}
