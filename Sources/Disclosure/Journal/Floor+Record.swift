import Domain
import PolicyEngine

extension Floor {
    /// Version 1 was without what became of the board, version 2 without those whom a block severed.
    private static let version: UInt8 = 3
    private static let gone: UInt8 = 255

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 1024)
        writer.put(Self.version)
        writer.put(prunedThrough)
        writer.put(standing != nil)
        if let standing {
            writer.put(standing.mark)
            standing.value.write(to: &writer)
        }
        writer.put(shop != nil)
        if let shop {
            writer.put(shop.mark)
            writer.put(shop.value) { $0.put($1) }
        }
        writer.put(items.sorted { $0.key < $1.key }) { writer, item in
            writer.put(item.key)
            writer.put(item.value.mark)
            writer.put(item.value.override?.rawValue ?? Self.gone)
        }
        writer.put(leftBoard)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        self.init()
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard 1...Self.version ~= version else { throw .unknownVersion(version) }
        prunedThrough = try cursor.number(in: bytes)
        if try cursor.flag(in: bytes) {
            standing = Marked(mark: try cursor.number(in: bytes), value: try Standing(&cursor, version, in: bytes))
        }
        if try cursor.flag(in: bytes) {
            let mark = try cursor.number(UInt64.self, in: bytes)
            let shop = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                try cursor.number(UInt8.self, in: bytes)
            }
            self.shop = Marked(mark: mark, value: shop)
        }
        let items = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let nonce = try cursor.number(UInt64.self, in: bytes)
            let mark = try cursor.number(UInt64.self, in: bytes)
            let code = try cursor.number(UInt8.self, in: bytes)
            // What this version does not know hides.
            return (
                nonce, Item(mark: mark, override: code == Self.gone ? nil : ItemOverride(rawValue: code) ?? .hidden)
            )
        }
        for (nonce, item) in items { set(nonce, item) }
        if version > 1 { leftBoard = try cursor.number(in: bytes) }
    }
}

extension Standing {
    fileprivate func write(to writer: inout RecordWriter) {
        writer.put(isMinor)
        consent.write(to: &writer)
        writer.put(friends)
        writer.put(severed)
        blocks.write(to: &writer)
    }

    fileprivate init(_ cursor: inout RecordCursor, _ version: UInt8, in bytes: Span<UInt8>) throws(RecordFormatError) {
        isMinor = try cursor.flag(in: bytes)
        consent = try Consent(&cursor, in: bytes)
        friends = try cursor.friends(in: bytes)
        severed = version > 2 ? try cursor.people(in: bytes) : []
        blocks = try NamedPeople(&cursor, in: bytes)
    }
}
