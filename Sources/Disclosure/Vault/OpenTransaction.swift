import Domain

/// The last write that was begun: its number, and whose counters it raises by one.
///
/// Writes come one at a time, and the next is begun only when it is known what became of this one. So at most these
/// counters are in doubt after a crash, and the mark among the records says which way.
struct OpenTransaction: Equatable {
    var number: UInt64 = 0
    /// The addresses of the records; empty once it is known what became of it.
    var raised: [Address] = []

    private static let version: UInt8 = 1

    init(number: UInt64 = 0, raised: [Address] = []) {
        self.number = number
        self.raised = raised
    }

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 16 + raised.count * Address.byteCount)
        writer.put(Self.version)
        writer.put(number)
        writer.put(raised) { writer, address in
            writer.put(address.high)
            writer.put(address.low)
        }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        number = try cursor.number(in: bytes)
        raised = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            Address(high: try cursor.number(in: bytes), low: try cursor.number(in: bytes))
        }
    }
}
