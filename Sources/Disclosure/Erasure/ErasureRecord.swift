import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// What is kept of an erasure beside the keys until its certificate is acknowledged.
///
/// Sensitivity: personal until the records are gone, as it names the person; afterwards it holds what the certificate says.
struct ErasureRecord: Equatable {
    static let idByteCount = 16

    /// The secret by which the erasure is asked after.
    var id: [UInt8]
    var salt: [UInt8]
    /// The subject of the certificate.
    var subject: [UInt8]
    var state = ErasureState.requested
    var changedAt: Instant
    /// Who is erased; `nil` once the records are gone.
    var person: Named?
    /// Where the directory led to the person, so that a request to erase the handle again finds this erasure; `nil` once it
    /// is clean.
    var entry: Address?
    /// The extent of the erasure; `nil` until the keys are gone.
    var extent: Erasure.Extent?
    /// The traces of everything deleted and replaced; empty once none of it is in any file.
    var traces: Set<BoxTrace> = []

    struct Named: Equatable {
        var id: PersonID
        var handle: Handle
    }

    private static let version: UInt8 = 1
    /// Traces in one part: 480 KB.
    private static let tracesAPart = 30_000

    /// One record, and one for each part of the traces.
    func encodedParts() -> [[UInt8]] {
        let traces = traces.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        let parts = stride(from: 0, to: traces.count, by: Self.tracesAPart).map { start in
            traces[start..<min(start + Self.tracesAPart, traces.count)]
        }
        var writer = RecordWriter()
        writer.put(Self.version)
        writer.put(state.rawValue)
        for bytes in [id, salt, subject] { writer.put(bytes) { $0.put($1) } }
        writer.put(changedAt.seconds)
        writer.put(person != nil)
        if let person {
            writer.put(person.id.rawValue)
            writer.put(person.handle.text)
        }
        writer.put(entry != nil)
        if let entry {
            writer.put(entry.high)
            writer.put(entry.low)
        }
        writer.put(extent != nil)
        if let extent {
            writer.put(extent.at.seconds)
            writer.put(Int64(extent.records))
            writer.put(Int64(extent.mentions))
            writer.put(extent.older.keyGeneration)
            writer.put(extent.older.lastKeyExport)
        }
        writer.put(UInt32(parts.count))
        return [writer.bytes]
            + parts.map { part in
                var writer = RecordWriter(reserving: 4 + part.count * BoxTrace.byteCount)
                writer.put(part) { writer, trace in for byte in trace.bytes { writer.put(byte) } }
                return writer.bytes
            }
    }

    /// The record without its traces, and how many parts these have.
    static func first(_ bytes: Span<UInt8>) throws(RecordFormatError) -> (record: ErasureRecord, parts: Int) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        guard let state = ErasureState(rawValue: try cursor.text(in: bytes)) else { throw .malformed }
        var record = ErasureRecord(
            id: try cursor.bytes(in: bytes), salt: try cursor.bytes(in: bytes), subject: try cursor.bytes(in: bytes),
            state: state, changedAt: try Instant(seconds: cursor.number(in: bytes)))
        if try cursor.flag(in: bytes) {
            let id = try PersonID(rawValue: cursor.number(in: bytes))
            guard let handle = Handle(try cursor.text(in: bytes)) else { throw .malformed }
            record.person = Named(id: id, handle: handle)
        }
        if try cursor.flag(in: bytes) {
            let high = try cursor.number(UInt64.self, in: bytes)
            record.entry = Address(high: high, low: try cursor.number(in: bytes))
        }
        if try cursor.flag(in: bytes) {
            let at = try Instant(seconds: cursor.number(in: bytes))
            let (records, mentions) = (
                try cursor.number(Int64.self, in: bytes), try cursor.number(Int64.self, in: bytes)
            )
            record.extent = Erasure.Extent(
                at: at, records: Int(records), mentions: Int(mentions),
                older: Erasure.OlderCopies(
                    keyGeneration: try cursor.number(in: bytes), lastKeyExport: try cursor.number(in: bytes)))
        }
        return (record, Int(try cursor.number(UInt32.self, in: bytes)))
    }

    /// The traces in a part.
    static func traces(_ bytes: Span<UInt8>) throws(RecordFormatError) -> [BoxTrace] {
        var cursor = RecordCursor()
        return try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            var trace: [UInt8] = []
            for _ in 0..<BoxTrace.byteCount { trace.append(try cursor.number(in: bytes)) }
            return BoxTrace(bytes: trace)
        }
    }
}

extension RecordCursor {
    fileprivate mutating func bytes(in bytes: Span<UInt8>) throws(RecordFormatError) -> [UInt8] {
        try list(in: bytes) { (cursor) throws(RecordFormatError) in try cursor.number(UInt8.self, in: bytes) }
    }
}
