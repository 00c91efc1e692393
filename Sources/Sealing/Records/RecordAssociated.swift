import Domain

/// What a record or a wrap is bound to: version, what, owner, address, class, key generation, counter.
struct RecordAssociated: AssociatedForm {
    let kind: UInt16
    let owner: UInt64?
    let address: AddressHash
    let classCode: UInt8
    let counter: UInt64
    var generation = RecordHeader.firstGeneration

    var largestByteCount: Int { 7 * CanonicalWriter.prefixByteCount + 1 + 2 + 8 + AddressHash.byteCount + 1 + 4 + 8 }

    func encode(to writer: inout CanonicalWriter) {
        writer.append(RecordHeader.version)
        writer.append(kind)
        writer.append(owner)
        writer.append(address.littleEndianValue)
        writer.append(classCode)
        writer.append(generation)
        writer.append(counter)
    }
}

extension RecordAssociated {
    /// The form of a record.
    init(_ name: RecordName, generation: UInt32, addressKey: borrowing SecretKey) {
        kind = name.kind.rawValue
        owner = name.owner?.rawValue
        address = AddressForm(name).hash(key: addressKey)
        classCode = name.keyClass.rawValue
        counter = name.counter
        self.generation = generation
    }

    /// The form of a record of no owner, by its address.
    init(_ kind: RecordKind, at address: Address, generation: UInt32) {
        self.kind = kind.rawValue
        owner = nil
        self.address = AddressHash(address)
        classCode = KeyClass.service.rawValue
        counter = 0
        self.generation = generation
    }

    /// The form of a wrap.
    init(_ kind: ReservedKind, owner: UInt64?, address: AddressHash) {
        self.kind = kind.rawValue
        self.owner = owner
        self.address = address
        classCode = ReservedKind.classCode
        counter = 0
    }
}
