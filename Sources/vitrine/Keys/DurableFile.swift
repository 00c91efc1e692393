import Foundation

/// Files that are there whole or not at all, also after a power cut.
enum DurableFile {
    /// Puts one file in the place of another, and returns when the directory says so on disk.
    static func move(_ source: String, to target: String) throws {
        guard rename(source, target) == 0 else {
            throw CommandFailure(
                "`\(source)` cannot be put in the place of `\(target)`: \(String(cString: strerror(errno)))",
                exitCode: .failure)
        }
        try synchronizeDirectory(of: target)
    }

    /// Writes a file of mode 0600 that was not there.
    static func write(_ bytes: [UInt8], toNew path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(
                "`\(path)` cannot be made: \(String(cString: strerror(errno)))", exitCode: .refused)
        }
        defer { close(descriptor) }
        var count = 0
        while count < bytes.count {
            let put = bytes[count...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else {
                unlink(path)
                throw CommandFailure("`\(path)` cannot be written; is the disk full?", exitCode: .failure)
            }
            count += put
        }
        guard fsync(descriptor) == 0 else {
            unlink(path)
            throw CommandFailure("`\(path)` cannot be brought to the disk", exitCode: .failure)
        }
        try synchronizeDirectory(of: path)
    }

    static func remove(_ path: String) { unlink(path) }

    private static func synchronizeDirectory(of path: String) throws {
        let directory = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure("`\(directory)` cannot be opened", exitCode: .failure) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw CommandFailure("`\(directory)` cannot be brought to the disk", exitCode: .failure)
        }
    }
}
