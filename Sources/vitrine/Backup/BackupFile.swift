import Foundation
import Sealing

/// Reads and writes the file of a backup: header, then pieces that are sealed in their order.
enum BackupFile {
    /// Told how many bytes are done, and of how many.
    typealias Progress = (_ done: UInt64, _ total: UInt64) -> Void

    /// Seals a database into a new file of mode 0600, which is on disk when this returns.
    static func write(
        _ header: BackupHeader, of database: String, to path: String, keys: KeyHierarchy, progress: Progress
    ) throws {
        let source = try FileHandle(forReadingFrom: URL(filePath: database))
        defer { try? source.close() }
        let target = try create(path)
        defer { try? target.close() }
        var sealing = keys.sealBackup(header)
        try target.write(contentsOf: Data(sealing.header))
        var done: UInt64 = 0
        repeat {
            let piece = try source.read(upToCount: Int(header.chunkByteCount)) ?? Data()
            done += UInt64(piece.count)
            guard !piece.isEmpty || done >= header.byteCount else { throw BackupError.truncated }
            try target.write(contentsOf: Data(sealing.seal(Array(piece), isLast: done >= header.byteCount)))
            progress(done, header.byteCount)
        } while done < header.byteCount
        try target.synchronize()
    }

    /// Opens every piece of a backup, and writes what they hold into a new file when one is named.
    ///
    /// Throws ``BackupError`` for what is not, from its first byte to its last, what this installation wrote. A file that
    /// was begun is left to the caller.
    static func read(
        _ path: String, into target: String?, keys: KeyHierarchy, progress: Progress
    ) throws -> BackupHeader {
        let source = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? source.close() }
        let head = try source.read(upToCount: BackupHeader.byteCount) ?? Data()
        var opening = try keys.openBackup(Array(head))
        let header = opening.header
        let file = try target.map(create)
        defer { try? file?.close() }
        let size = Int(header.chunkByteCount) + BackupStream.overhead
        var done: UInt64 = 0
        while !opening.isComplete {
            guard let piece = try source.read(upToCount: size), !piece.isEmpty else { throw BackupError.truncated }
            let plain = try opening.open(Array(piece))
            done += UInt64(plain.count)
            try file?.write(contentsOf: Data(plain))
            progress(done, header.byteCount)
        }
        guard try (source.read(upToCount: 1) ?? Data()).isEmpty else { throw BackupError.overlong }
        guard done == header.byteCount else { throw BackupError.altered }
        try file?.synchronize()
        return header
    }

    private static func create(_ path: String) throws -> FileHandle {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure("`\(path)` cannot be made: \(String(cString: strerror(errno)))", exitCode: .refused)
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
