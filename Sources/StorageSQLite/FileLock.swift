import Foundation

/// A lock that a process holds on a file, as the kernel lists it in `/proc/locks`.
public struct FileLock: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Of an open file (`flock`): what ``DataDirectoryLock`` takes.
        case file
        /// Of a process on a part of a file (`fcntl`): what SQLite takes.
        case record
    }

    public let kind: Kind
    public let process: Int32
    public let inode: UInt64
    /// Whether it keeps out every other lock, and not only those that do so themselves.
    public let isExclusive: Bool
    /// The first byte and the last, as the kernel writes them.
    public let range: String

    /// The parts of a database and of the index of its log that SQLite keeps locked for as long as it has them open; what a
    /// read or a write under way locks lies elsewhere.
    public static let lastingRanges: Set<String> = ["1073741826 1073742335", "128 128"]

    /// A line of `/proc/locks`; `nil` for one that tells of a process that waits, or of another kind of lock.
    public init?(line: some StringProtocol) {
        let words = line.split(separator: " ")
        guard words.count == 8, words[1] == "FLOCK" || words[1] == "POSIX", let process = Int32(words[4]),
            let inode = words[5].split(separator: ":").last.flatMap({ UInt64($0) })
        else { return nil }
        kind = words[1] == "FLOCK" ? .file : .record
        self.process = process
        self.inode = inode
        isExclusive = words[3] == "WRITE"
        range = "\(words[6]) \(words[7])"
    }

    /// Every lock of this machine that this process may know of; `nil` where the kernel does not list them.
    ///
    /// The kernel writes the list page by page, and a lock may be skipped when another one goes meanwhile: the list is read
    /// three times, and a lock counts that is in any of them.
    public static func all() -> Set<FileLock>? {
        var found: Set<FileLock> = []
        for _ in 0..<3 {
            guard let text = contents(of: "/proc/locks") else { return nil }
            found.formUnion(text.split(separator: "\n").compactMap { FileLock(line: $0) })
        }
        return found
    }

    /// Reads until there is no more: the kernel hands out a page at a time, and Foundation takes the first one for all.
    private static func contents(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var page = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &page, page.count), count > 0 { bytes += page[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number by which the kernel lists the file at a path; `nil` when there is none.
    public static func inode(of path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }
}
