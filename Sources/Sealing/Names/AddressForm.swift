import Domain

/// The canonical form of a name, of which the address is a hash.
struct AddressForm {
    let kind: UInt16
    let owner: UInt64?
    let classCode: UInt8
    let discriminator: RecordName.Discriminator

    init(_ name: RecordName) {
        kind = name.kind.rawValue
        owner = name.owner?.rawValue
        classCode = name.keyClass.rawValue
        discriminator = name.discriminator
    }

    init(_ kind: ReservedKind, owner: UInt64?) {
        self.kind = kind.rawValue
        self.owner = owner
        classCode = ReservedKind.classCode
        discriminator = .number(0)
    }

    func hash(key: borrowing SecretKey) -> AddressHash {
        let size = largestByteCount
        // The hash lies before the form, so that one buffer serves for both.
        return unsafe withUnsafeTemporaryAllocation(byteCount: AddressHash.byteCount + size, alignment: 16) { buffer in
            let output = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<AddressHash.byteCount])
            var writer = unsafe CanonicalWriter(
                UnsafeMutableRawBufferPointer(rebasing: buffer[AddressHash.byteCount...]))
            encode(to: &writer)
            unsafe KeyedHash.compute(into: output, key: key, of: writer.written())
            return unsafe AddressHash(UnsafeRawBufferPointer(output))
        }
    }

    private var largestByteCount: Int {
        let prefix = CanonicalWriter.prefixByteCount
        let fixed = 4 * prefix + 2 + 8 + 1 + 1
        return switch discriminator {
        case .number: fixed + prefix + 8
        case .texts(let texts): texts.reduce(fixed) { $0 + prefix + $1.utf8.count }
        case .bytes(let bytes): fixed + prefix + bytes.count
        }
    }

    private func encode(to writer: inout CanonicalWriter) {
        writer.append(kind)
        writer.append(owner)
        writer.append(classCode)
        switch discriminator {
        case .number(let number):
            writer.append(UInt8(1))
            writer.append(number)
        case .texts(let texts):
            writer.append(UInt8(2))
            for text in texts { writer.append(text) }
        case .bytes(let bytes):
            writer.append(UInt8(3))
            writer.append(bytes)
        }
    }
}
