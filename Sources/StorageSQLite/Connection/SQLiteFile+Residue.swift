import Domain
import GRDB
import Storage

extension SQLiteFile {
    private static let needleByteCount = BoxTrace.byteCount

    /// Whether any of the traces lies in the file, its log or its shared memory.
    ///
    /// One pass over the bytes for any number of traces, on a reading connection outside any transaction.
    func holdsResidue(of traces: Set<BoxTrace>) async throws(StorageError) -> Bool {
        try await readOutsideTransaction { try Self.holdsResidue(of: traces, in: $0) }
    }

    /// The same on a connection that the caller holds.
    static func holdsResidue(of traces: Set<BoxTrace>, in database: Database) throws -> Bool {
        let needles = Set(traces.map { Needle($0.bytes[...]) })
        if needles.isEmpty { return false }
        let beginnings = Set(needles.map(\.first))
        return try OpenFiles(of: database).contains(overlap: needleByteCount - 1) { holds(needles, beginnings, in: $0) }
    }

    private static func holds(_ needles: Set<Needle>, _ beginnings: Set<UInt32>, in bytes: [UInt8]) -> Bool {
        guard bytes.count >= needleByteCount else { return false }
        var window = bytes[0..<3].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        for end in 3..<bytes.count {
            window = window << 8 | UInt32(bytes[end])
            guard beginnings.contains(window), end + needleByteCount - 3 <= bytes.count else { continue }
            if needles.contains(Needle(bytes[(end - 3)...])) { return true }
        }
        return false
    }

    private struct Needle: Hashable, Sendable {
        let bytes: [UInt8]
        let first: UInt32

        init(_ slice: ArraySlice<UInt8>) {
            bytes = Array(slice.prefix(SQLiteFile.needleByteCount))
            first = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
    }
}
