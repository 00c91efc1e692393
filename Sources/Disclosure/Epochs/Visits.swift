import Domain

/// Whose shops a person looked at, by the ends of the epochs that are not closed yet.
///
/// Ends are the same for epochs of every size, so that what waits is counted once when the size changes.
struct Visits: Equatable {
    /// More shops of one epoch are not noted.
    static let mostShops = 10_000
    private static let version: UInt8 = 2

    private(set) var shops: [Instant: Set<PersonID>] = [:]

    init() {}

    var isEmpty: Bool { shops.isEmpty }
    var count: Int { shops.values.reduce(0) { $0 + $1.count } }

    /// Says whether it was not noted yet.
    mutating func add(_ shop: PersonID, until end: Instant) -> Bool {
        shops[end, default: []].insert(shop).inserted
    }

    mutating func add(_ others: Set<PersonID>, until end: Instant) {
        let all = shops[end]?.union(others) ?? others
        shops[end] = all.count > Self.mostShops ? Set(all.sorted().prefix(Self.mostShops)) : all
    }

    /// Forgets that anybody was in some shops; says whether somebody was.
    mutating func remove(_ isGone: (PersonID) -> Bool) -> Bool {
        let before = shops
        shops = shops.compactMapValues { visited in
            let left = visited.filter { !isGone($0) }
            return left.isEmpty ? nil : left
        }
        return shops != before
    }

    /// Takes out everything up to the end of an epoch.
    ///
    /// What was left of an earlier one counts with it: no clock brings that one back.
    mutating func take(through end: Instant) -> Set<PersonID> {
        var taken: Set<PersonID> = []
        for due in Array(shops.keys) where due <= end {
            guard let shops = shops.removeValue(forKey: due) else { continue }
            taken = taken.isEmpty ? shops : taken.union(shops)
        }
        return taken
    }

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 16 + shops.values.reduce(0) { $0 + 16 + 8 * $1.count })
        writer.put(Self.version)
        writer.put(shops.sorted { $0.key < $1.key }) { writer, epoch in
            writer.put(epoch.key.seconds)
            writer.put(epoch.value.sorted()) { $0.put($1.rawValue) }
        }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard 1...Self.version ~= version else { throw .unknownVersion(version) }
        let epochs = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let number = try cursor.number(Int64.self, in: bytes)
            let end = version == 1 ? TimeBucket(unsizedEpoch: number).end : Instant(seconds: number)
            let shops = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                let number = try cursor.number(UInt64.self, in: bytes)
                guard number != 0 else { throw .malformed }
                return PersonID(rawValue: number)
            }
            return (end, Set(shops))
        }
        shops = Dictionary(epochs) { $0.union($1) }
    }
}
