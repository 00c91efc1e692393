import Domain

/// What was released by the last tick, as a whole: readers hold on to one and never wait for the next.
struct EpochState: Sendable {
    /// What an epoch cost: what may be learned of one person by everything that it released.
    struct Guarantee: Sendable, Equatable {
        var epoch: Int64
        /// Of every count, in thousandths; nothing was released where it is zero.
        var epsilonMilli: UInt32
        /// How many counts a person may have changed, each by one.
        var countsPerPerson: UInt32
        /// How many counts came out above the lowest band.
        var released: UInt32
    }

    /// The last epoch that was closed; nothing before the first tick.
    var done: Int64?
    var standings: [PersonID: BoardStanding] = [:]
    /// The board of the platform, the first place first.
    var board: [PersonID] = []
    /// The last epochs, oldest first.
    var guarantees: [Guarantee] = []

    static let boardPlaces = 300
    static let keptGuarantees = 400

    /// Everything but the standings.
    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 4096)
        writer.put(UInt8(1))
        writer.put(done ?? .min)
        writer.put(board) { $0.put($1.rawValue) }
        writer.put(guarantees) { writer, guarantee in
            writer.put(guarantee.epoch)
            writer.put(guarantee.epsilonMilli)
            writer.put(guarantee.countsPerPerson)
            writer.put(guarantee.released)
        }
        return writer.bytes
    }

    init() {}

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == 1 else { throw .unknownVersion(version) }
        let done = try cursor.number(Int64.self, in: bytes)
        self.done = done == .min ? nil : done
        board = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let number = try cursor.number(UInt64.self, in: bytes)
            guard number != 0 else { throw .malformed }
            return PersonID(rawValue: number)
        }
        guarantees = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let epoch = try cursor.number(Int64.self, in: bytes)
            let epsilon = try cursor.number(UInt32.self, in: bytes)
            let counts = try cursor.number(UInt32.self, in: bytes)
            return Guarantee(
                epoch: epoch, epsilonMilli: epsilon, countsPerPerson: counts, released: try cursor.number(in: bytes))
        }
    }
}
