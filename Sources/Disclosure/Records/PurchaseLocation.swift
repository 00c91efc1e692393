import Domain
import Sealing

/// Where the facts and details of a purchase lie: what its key leads to.
struct PurchaseLocation: Hashable {
    static let byteCount = 14

    var owner: PersonID
    var isWithheld: Bool
    var ordinal: UInt32

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: Self.byteCount)
        writer.put(UInt8(1))
        writer.put(owner.rawValue)
        writer.put(isWithheld)
        writer.put(ordinal)
        return writer.bytes
    }

    init(owner: PersonID, isWithheld: Bool, ordinal: UInt32) {
        self.owner = owner
        self.isWithheld = isWithheld
        self.ordinal = ordinal
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == 1 else { throw .unknownVersion(version) }
        let owner = try cursor.number(UInt64.self, in: bytes)
        guard owner != 0 else { throw .malformed }
        self.owner = PersonID(rawValue: owner)
        isWithheld = try cursor.flag(in: bytes)
        ordinal = try cursor.number(in: bytes)
    }
}
