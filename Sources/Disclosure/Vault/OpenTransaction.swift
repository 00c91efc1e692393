import Domain

/// The last write that was begun: its number, the era it falls into, and what the counters were that it raises.
///
/// Writes come one at a time, and the next is begun only when it is known what became of this one. So at most these
/// counters are in doubt after a crash, and the mark among the records says which way.
struct OpenTransaction: Equatable {
    /// A counter that is raised, by the address of its record.
    struct Raised: Equatable {
        var address: Address
        var former: WriteCounter
    }

    var number: UInt64 = 0
    var era: UInt32 = 0
    /// Empty once it is known what became of it.
    var raised: [Raised] = []

    /// More counters than this are kept in further parts: 480 KB.
    static let countersAPart = 20_000
    private static let version: UInt8 = 2

    init(number: UInt64 = 0, era: UInt32 = 0, raised: [Raised] = []) {
        self.number = number
        self.era = era
        self.raised = raised
    }

    /// One record, or several where a record would be too long.
    func encodedParts() -> [[UInt8]] {
        let parts = stride(from: 0, to: raised.count, by: Self.countersAPart).map { start in
            raised[start..<min(start + Self.countersAPart, raised.count)]
        }
        let size = Address.byteCount + 8
        var writer = RecordWriter(reserving: 24 + (parts.first?.count ?? 0) * size)
        writer.put(Self.version)
        writer.put(number)
        writer.put(era)
        writer.put(UInt32(max(0, parts.count - 1)))
        Self.put(parts.first ?? [], in: &writer)
        return [writer.bytes]
            + parts.dropFirst().map { raised in
                var writer = RecordWriter(reserving: 4 + raised.count * size)
                Self.put(raised, in: &writer)
                return writer.bytes
            }
    }

    /// The first part, which says how many others there are.
    static func first(_ bytes: Span<UInt8>) throws(RecordFormatError) -> (transaction: OpenTransaction, parts: Int) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        var transaction = OpenTransaction(number: try cursor.number(in: bytes), era: try cursor.number(in: bytes))
        let parts = try cursor.number(UInt32.self, in: bytes)
        transaction.raised = try raised(&cursor, bytes)
        return (transaction, Int(parts))
    }

    static func raised(_ bytes: Span<UInt8>) throws(RecordFormatError) -> [Raised] {
        var cursor = RecordCursor()
        return try raised(&cursor, bytes)
    }

    private static func raised(
        _ cursor: inout RecordCursor, _ bytes: Span<UInt8>
    ) throws(RecordFormatError) -> [Raised] {
        try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            Raised(
                address: Address(high: try cursor.number(in: bytes), low: try cursor.number(in: bytes)),
                former: WriteCounter(number: try cursor.number(in: bytes)))
        }
    }

    private static func put(_ counters: ArraySlice<Raised>, in writer: inout RecordWriter) {
        writer.put(counters) { writer, raised in
            writer.put(raised.address.high)
            writer.put(raised.address.low)
            writer.put(raised.former.number)
        }
    }
}
