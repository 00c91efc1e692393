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
}
