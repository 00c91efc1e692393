import Domain

/// What was released by the last tick, as a whole: readers hold on to one and never wait for the next.
struct EpochState: Sendable {
    /// What an epoch cost: what may be learned of one person by everything that it released.
    struct Guarantee: Sendable, Equatable {
        var epoch: TimeBucket
        /// Of every count, in thousandths; nothing was released where it is zero.
        var epsilonMilli: UInt32
        /// How many counts a person may have changed, each by one.
        var countsPerPerson: UInt32
        /// How many counts came out above the lowest band.
        var released: UInt32
    }

    /// The last epoch that was closed; nothing before the first tick.
    var done: TimeBucket?
    /// Until when figures were released, and the era of their noise, as it stands beside the keys.
    var mark = EpochMark()
    /// Whether nothing is known of what was released: then nothing is shown, and nothing released.
    var isLost = false
    /// Shops whose standing does not open: nothing of them is shown, and they stay as they are.
    var frozen: Set<PersonID> = []
    var standings: [PersonID: BoardStanding] = [:]
    /// The board of the platform, the first place first.
    var board: [PersonID] = []
    /// The last epochs, oldest first.
    var guarantees: [Guarantee] = []

    static let boardPlaces = 300
    static let keptGuarantees = 400

    /// Where counting goes on.
    var closedUntil: Instant? { done?.end }

    /// Until when figures were released of which these records do not know, as they are older.
    var releasedElsewhere: Instant? {
        guard let released = mark.until, closedUntil.map({ $0 < released }) ?? true else { return nil }
        return released
    }

    /// Everything but the standings, and what stands beside the keys.
    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 4096)
        writer.put(Self.version)
        writer.put(done != nil)
        if let done { writer.put(done) }
        writer.put(board) { $0.put($1.rawValue) }
        writer.put(guarantees) { writer, guarantee in
            writer.put(guarantee.epoch)
            writer.put(guarantee.epsilonMilli)
            writer.put(guarantee.countsPerPerson)
            writer.put(guarantee.released)
        }
        return writer.bytes
    }

    private static let version: UInt8 = 2

    init() {}

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        switch version {
        case 1:
            let index = try cursor.number(Int64.self, in: bytes)
            done = index == .min ? nil : TimeBucket(unsizedEpoch: index)
        case Self.version: done = try cursor.flag(in: bytes) ? try cursor.epoch(in: bytes) : nil
        default: throw .unknownVersion(version)
        }
        board = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let number = try cursor.number(UInt64.self, in: bytes)
            guard number != 0 else { throw .malformed }
            return PersonID(rawValue: number)
        }
        guarantees = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let epoch =
                version == 1
                ? TimeBucket(unsizedEpoch: try cursor.number(in: bytes)) : try cursor.epoch(in: bytes)
            let epsilon = try cursor.number(UInt32.self, in: bytes)
            let counts = try cursor.number(UInt32.self, in: bytes)
            return Guarantee(
                epoch: epoch, epsilonMilli: epsilon, countsPerPerson: counts, released: try cursor.number(in: bytes))
        }
    }
}
