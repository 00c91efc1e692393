import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// That somebody was erased: no handle and no number, only keyed digests.
///
/// It holds the addresses of all that went with them, because nothing else leads to these boxes once the keys are gone: an
/// erasure that was interrupted, and a database that is older than the erasure, are swept by it.
struct Tombstone: Equatable {
    /// The address of the keys that were deleted: keys put back there are refused.
    var subject: Address
    var erasedAt: Instant
    var mark: UInt64
    var addresses: [Address]

    /// Addresses a part: 480 KB.
    private static let addressesAPart = 30_000
    private static let version: UInt8 = 1

    /// One record, or several where a record would be too long.
    func encodedParts() -> [[UInt8]] {
        let parts = stride(from: 0, to: addresses.count, by: Self.addressesAPart).map { start in
            addresses[start..<min(start + Self.addressesAPart, addresses.count)]
        }
        var writer = RecordWriter(reserving: 64)
        writer.put(Self.version)
        writer.put(subject)
        writer.put(erasedAt.seconds)
        writer.put(mark)
        writer.put(UInt32(parts.count))
        return [writer.bytes]
            + parts.map { addresses in
                var writer = RecordWriter(reserving: 4 + addresses.count * Address.byteCount)
                writer.put(addresses) { $0.put($1) }
                return writer.bytes
            }
    }

    /// The first part, which says how many others there are.
    static func first(_ bytes: Span<UInt8>) throws(RecordFormatError) -> (tombstone: Tombstone, parts: Int) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        let tombstone = Tombstone(
            subject: try cursor.address(in: bytes), erasedAt: try Instant(seconds: cursor.number(in: bytes)),
            mark: try cursor.number(in: bytes), addresses: [])
        return (tombstone, try Int(cursor.number(UInt32.self, in: bytes)))
    }

    static func addresses(_ bytes: Span<UInt8>) throws(RecordFormatError) -> [Address] {
        var cursor = RecordCursor()
        return try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in try cursor.address(in: bytes) }
    }
}

extension RecordWriter {
    fileprivate mutating func put(_ address: Address) {
        put(address.high)
        put(address.low)
    }
}

extension RecordCursor {
    fileprivate mutating func address(in bytes: Span<UInt8>) throws(RecordFormatError) -> Address {
        let high = try number(UInt64.self, in: bytes)
        return Address(high: high, low: try number(in: bytes))
    }
}
