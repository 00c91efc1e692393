/// Up to 64 facts of one owner, always written at full length, so that its size says nothing.
struct Segment {
    static let capacity = 64
    private static let version: UInt8 = 1

    private(set) var facts: [PurchaseFacts]

    init() {
        facts = Array(repeating: .vacant, count: Self.capacity)
    }

    subscript(slot: Int) -> PurchaseFacts {
        get { facts[slot] }
        set { facts[slot] = newValue }
    }

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 8 + Self.capacity * PurchaseFacts.byteCount)
        writer.put(Self.version)
        for fact in facts { fact.write(to: &writer) }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        var facts: [PurchaseFacts] = []
        facts.reserveCapacity(Self.capacity)
        for _ in 0..<Self.capacity { try facts.append(PurchaseFacts(&cursor, in: bytes)) }
        self.facts = facts
    }
}
