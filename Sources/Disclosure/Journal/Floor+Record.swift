import Domain
import PolicyEngine

extension Floor {
    private static let version: UInt8 = 3
    /// Without what is kept of purchases that are gone, and without those whom a block severed.
    private static let secondVersion: UInt8 = 2
    /// Without what became of the board, too.
    private static let firstVersion: UInt8 = 1
    /// Stood for a purchase that is gone.
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
            writer.put(item.value.narrowing.override.rawValue)
            writer.put(item.value.narrowing.flags.rawValue)
        }
        writer.put(leftBoard)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        self.init()
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard Self.firstVersion...Self.version ~= version else { throw .unknownVersion(version) }
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
            if version <= Self.secondVersion, code == Self.gone {
                return (nonce, Item(mark: mark, narrowing: ItemFloor(flags: .gone)))
            }
            // An override that this version does not know hides.
            var narrowing = ItemFloor(override: ItemOverride(rawValue: code) ?? .hidden)
            if version > Self.secondVersion {
                narrowing.flags = try PurchaseFacts.Flags(rawValue: cursor.number(in: bytes))
            }
            return (nonce, Item(mark: mark, narrowing: narrowing))
        }
        for (nonce, item) in items { set(nonce, item) }
        if version > Self.firstVersion { leftBoard = try cursor.number(in: bytes) }
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
