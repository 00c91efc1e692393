import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// What a database of records has come to: the last write, the era it fell into, and how much of the narrowing journal it
/// holds.
///
/// One record for all, so that none can be put back without the others.
struct RecordsMark: Equatable {
    var write: UInt64 = 0
    var era: UInt32 = 0
    var journal: UInt64 = 0

    func put(in batch: inout SealedBatch, _ keys: KeyHierarchy) {
        var writer = RecordWriter()
        writer.put(write)
        writer.put(era)
        writer.put(journal)
        batch.put(
            keys.seal(writer.bytes, as: .recordsMark, with: keys.serviceKey), at: keys.address(of: .recordsMark))
    }

    /// The mark in a box; that of a new database where there is none.
    init(_ box: SealedBox?, _ keys: KeyHierarchy) throws {
        guard let box else { return }
        self = try keys.opened(box, as: .recordsMark, with: keys.serviceKey) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return RecordsMark(
                write: try cursor.number(in: bytes), era: try cursor.number(in: bytes),
                journal: try cursor.number(in: bytes))
        }
    }

    init(write: UInt64, era: UInt32, journal: UInt64) {
        self.write = write
        self.era = era
        self.journal = journal
    }
}
