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

    private static let version: UInt8 = 2

    init(number: UInt64 = 0, era: UInt32 = 0, raised: [Raised] = []) {
        self.number = number
        self.era = era
        self.raised = raised
    }

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 16 + raised.count * (Address.byteCount + 8))
        writer.put(Self.version)
        writer.put(number)
        writer.put(era)
        writer.put(raised) { writer, raised in
            writer.put(raised.address.high)
            writer.put(raised.address.low)
            writer.put(raised.former.number)
        }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        number = try cursor.number(in: bytes)
        era = try cursor.number(in: bytes)
        raised = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            Raised(
                address: Address(high: try cursor.number(in: bytes), low: try cursor.number(in: bytes)),
                former: WriteCounter(number: try cursor.number(in: bytes)))
        }
    }
}
