import Domain

/// Whose shops a person looked at, by the epochs that are not closed yet.
struct Visits: Equatable {
    /// More shops of one epoch are not noted.
    static let mostShops = 10_000

    private(set) var shops: [Int64: Set<PersonID>] = [:]

    init() {}

    var isEmpty: Bool { shops.isEmpty }

    mutating func add(_ others: Set<PersonID>, in epoch: Int64) {
        let all = shops[epoch, default: []].union(others)
        shops[epoch] = all.count > Self.mostShops ? Set(all.sorted().prefix(Self.mostShops)) : all
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

    /// Takes out everything up to an epoch.
    ///
    /// What was left of an earlier one counts with it: no clock brings that one back.
    mutating func take(through epoch: Int64) -> Set<PersonID> {
        let due = shops.filter { $0.key <= epoch }
        for epoch in due.keys { shops[epoch] = nil }
        return due.values.reduce(into: []) { $0.formUnion($1) }
    }

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 16 + shops.values.reduce(0) { $0 + 16 + 8 * $1.count })
        writer.put(UInt8(1))
        writer.put(shops.sorted { $0.key < $1.key }) { writer, epoch in
            writer.put(epoch.key)
            writer.put(epoch.value.sorted()) { $0.put($1.rawValue) }
        }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == 1 else { throw .unknownVersion(version) }
        let epochs = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let epoch = try cursor.number(Int64.self, in: bytes)
            let shops = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                let number = try cursor.number(UInt64.self, in: bytes)
                guard number != 0 else { throw .malformed }
                return PersonID(rawValue: number)
            }
            return (epoch, Set(shops))
        }
        shops = Dictionary(epochs) { $0.union($1) }
    }
}
