import Domain
@_spi(EnforcementPoint) import Sealing

extension KeyHierarchy {
    /// Opens a box and reads it.
    func opened<Class: SealingClass, Value>(
        _ box: SealedBox, as name: RecordName, with key: RecordKey<Class>,
        _ read: (Span<UInt8>) throws(RecordFormatError) -> Value
    ) throws -> Value {
        try open(box, as: name, with: key).withBytes(read)
    }

    /// Opens an entry of the service of which only the address is known, and reads it; nothing when it is none.
    func entry<Value>(
        _ box: SealedBox, at address: Address, as kind: RecordKind,
        _ read: (Span<UInt8>) throws(RecordFormatError) -> Value
    ) -> Value? {
        try? open(box, at: address, as: kind, with: serviceKey).withBytes(read)
    }
}
