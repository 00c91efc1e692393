import GRDB
import GRDBSQLite

/// The files that a connection holds open, read through SQLite's own descriptors.
///
/// POSIX record locks belong to a process and a file. When a process closes *any* descriptor of a file, the system drops
/// every lock that the process has on it, SQLite's included (<https://www.sqlite.org/howtocorrupt.html>, *POSIX advisory
/// locks canceled by a separate thread doing close()*). Another process then takes itself for the only one and deletes the
/// log, with what was committed to it. So nothing but SQLite ever opens a file of an open database.
struct OpenFiles {
    private static let chunkByteCount = 1 << 22
    /// The index of the log is mapped in regions of this size (<https://www.sqlite.org/walformat.html>).
    private static let regionByteCount: CInt = 32_768

    /// Before what the index says of frames: two descriptions of itself, and what checkpoints and locks need.
    private static let indexHeaderByteCount = 136

    private let database: Database

    /// The connection must be idle or in a transaction of its own; the values are used at once and not kept.
    init(of database: Database) throws {
        self.database = database
        // A connection opens the log when it reads for the first time.
        _ = try Int.fetchOne(database, sql: "PRAGMA schema_version")
    }

    /// Calls the closure with the bytes of the database, its log and the index of the log, until it returns `true`.
    ///
    /// Each piece begins with the last `overlap` bytes of the one before, so that nothing is hidden by a border.
    ///
    /// - Returns: Whether the closure returned `true`.
    func contains(overlap: Int, where isFound: ([UInt8]) throws -> Bool) throws -> Bool {
        for pointer in [SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER] {
            guard let file = try file(pointer) else { continue }
            var offset = 0
            let size = try size(of: file)
            while offset < size {
                let start = max(0, offset - overlap)
                let bytes = try read(file, start..<min(size, start + Self.chunkByteCount))
                if try isFound(bytes) { return true }
                offset = start + bytes.count
            }
        }
        return try isFound(index())
    }

    /// The index of the log, as it lies in shared memory; empty when there is none.
    func index() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachRegion { _, region in bytes += region }
        return bytes
    }

    /// Lends the mapped regions of the index of the log, in their order.
    func forEachRegion(_ body: (_ number: Int, UnsafeMutableRawBufferPointer) throws -> Void) throws {
        guard let file = try file(SQLITE_FCNTL_FILE_POINTER), let map = file.pointee.pMethods.pointee.xShmMap else {
            return
        }
        for number in CInt(0)... {
            var region: UnsafeMutableRawPointer?
            // Without the fifth argument SQLite would make the region.
            try check(map(file, number, Self.regionByteCount, 0, &region))
            guard let region else { return }
            try body(Int(number), UnsafeMutableRawBufferPointer(start: region, count: Int(Self.regionByteCount)))
        }
    }

    /// Overwrites with zeros what the index says of frames of the log, which is empty.
    ///
    /// SQLite leaves there which pages were written one after the other until as many are written again. The caller is in a
    /// transaction that may write, so that nobody adds to the log; does nothing where there is something in it.
    /// Source of the layout: <https://www.sqlite.org/walformat.html#the_wal_index_file_format>.
    func clearIndex() throws {
        var isEmpty = false
        try forEachRegion { number, region in
            if number == 0 {
                // Two copies of 48 bytes of what describes the index, and 40 of what checkpoints and locks need.
                isEmpty = [0, 48].allSatisfy { copy in
                    region.loadUnaligned(fromByteOffset: copy, as: UInt32.self) == 3_007_000
                        && region.loadUnaligned(fromByteOffset: copy + 16, as: UInt32.self) == 0
                }
            }
            guard isEmpty else { return }
            let start = number == 0 ? Self.indexHeaderByteCount : 0
            UnsafeMutableRawBufferPointer(rebasing: region[start...]).initializeMemory(as: UInt8.self, repeating: 0)
        }
    }

    private func file(_ pointer: CInt) throws -> UnsafeMutablePointer<sqlite3_file>? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        try check(sqlite3_file_control(database.sqliteConnection, "main", pointer, &file))
        guard let file, file.pointee.pMethods != nil else { return nil }
        return file
    }

    private func size(of file: UnsafeMutablePointer<sqlite3_file>) throws -> Int {
        var size: sqlite3_int64 = 0
        try check(file.pointee.pMethods.pointee.xFileSize(file, &size))
        return Int(size)
    }

    private func read(_ file: UnsafeMutablePointer<sqlite3_file>, _ range: Range<Int>) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            let code = file.pointee.pMethods.pointee.xRead(
                file, buffer.baseAddress, CInt(range.count), sqlite3_int64(range.lowerBound))
            // A file that was cut back meanwhile reads as zeros from there on.
            if code != ResultCode.SQLITE_IOERR_SHORT_READ.rawValue { try check(code) }
            count = range.count
        }
    }

    private func check(_ code: CInt) throws {
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
