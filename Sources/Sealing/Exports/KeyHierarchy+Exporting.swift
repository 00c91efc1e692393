public import Domain

extension KeyHierarchy {
    /// Seals all keys to a recipient, signed.
    ///
    /// `service` is what lies at ``serviceAddress``. Errors: those of opening a wrap; every owner must be complete.
    /// Precondition: the signing key was adopted.
    public func export(
        owners: [(person: PersonID, wrap: SealedBox)], service: SealedBox?, state: [UInt8], counter: UInt64,
        at instant: Instant, to recipient: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        guard let signing = signingKey else { preconditionFailure("the signing key is adopted first") }
        var writer = ExportWriter(capacity: 1024 + state.count + owners.count * 160)
        defer { writer.wipe() }
        writer.put(KeyExport.version)
        writer.put(recipient)
        writer.put(signing.publicKey)
        writer.put(counter)
        writer.put(instant.seconds)
        writer.put(seed)
        writer.put(signing.seed)
        if service == nil {
            writer.put([UInt8]())
        } else {
            var material = try serviceMaterial(service)
            defer { material.wipe() }
            writer.put(material)
        }
        writer.put(state)
        writer.put(UInt32(owners.count))
        for owner in owners {
            let material = try material(of: owner.person, from: owner.wrap)
            writer.put(owner.person.rawValue)
            material.withEncoded { writer.put($0) }
        }
        writer.append(signing.sign(KeyExport.domain + writer.bytes))
        return KeyExport.magic + [KeyExport.version] + (try KeyRecipient.seal(writer.bytes, to: recipient))
    }
}
