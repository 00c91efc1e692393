import Foundation
import StorageSQLite

/// Who has the databases open.
struct DatabaseHolders {
    /// The process that holds the directory; `nil` when there is none, or the kernel does not tell.
    let owner: Int32?
    /// The databases that the owner serves without SQLite's locks on them.
    let unlocked: [String]
    /// The logs that were deleted while the owner had them open.
    let lost: [String]
    /// Other processes that have a database open.
    let others: [Int32]

    /// `nil` where the kernel does not list locks.
    init?(_ directory: DataDirectory) {
        guard let locks = FileLock.all() else { return nil }
        let lock = FileLock.inode(of: directory.path + "/lock")
        let owner = locks.first { $0.kind == .file && $0.inode == lock }?.process
        let databases = [directory.records, directory.keys]
        var unlocked: [String] = []
        var others: Set<Int32> = []
        for database in databases {
            // SQLite holds a shared lock on the database, and one on the index of its log, for as long as it is open.
            for suffix in ["", "-shm"] {
                let inode = FileLock.inode(of: database + suffix)
                let holders = Set(locks.filter { $0.kind == .record && $0.inode == inode }.map(\.process))
                if let owner, !holders.contains(owner), !unlocked.contains(database) { unlocked.append(database) }
                others.formUnion(holders.subtracting([owner ?? 0, getpid()]))
            }
        }
        self.owner = owner
        self.unlocked = unlocked
        self.others = others.sorted()
        lost = owner.map { Self.deletedFiles(of: $0, beginningWith: databases) } ?? []
    }

    /// Empty as well where another account's process may not be looked into.
    private static func deletedFiles(of process: Int32, beginningWith paths: [String]) -> [String] {
        let files = FileManager.default
        let folder = "/proc/\(process)/fd"
        let ends = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).compactMap {
            try? files.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
        let names = paths.map { URL(filePath: $0).resolvingSymlinksInPath().path(percentEncoded: false) }
        let lost = ends.filter { end in
            end.hasSuffix(" (deleted)") && names.contains { end.hasPrefix($0 + "-") || end == $0 + " (deleted)" }
        }
        return Set(lost.map { String($0.dropLast(" (deleted)".count)) }).sorted()
    }

    static func name(of process: Int32) -> String {
        let name = (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) ?? ""
        return "process \(process)" + (name.isEmpty ? "" : " (\(name.trimmingCharacters(in: .newlines)))")
    }
}

extension Examination {
    /// Whether the databases may be opened: not while a server has lost its locks on them, as this process would then take
    /// itself for the only one and delete the log under it.
    mutating func checkLocks() -> Bool {
        guard let holders = DatabaseHolders(directory) else {
            well("locks", "this system does not list them")
            return true
        }
        guard holders.unlocked.isEmpty, holders.lost.isEmpty else {
            let who = DatabaseHolders.name(of: holders.owner ?? 0)
            for file in holders.lost {
                wrong(
                    "locks",
                    "`\(file)` was deleted while \(who) writes to it; what it has acknowledged since is only there")
            }
            for database in holders.unlocked {
                wrong("locks", "\(who) holds the directory without its locks on `\(database)`")
            }
            wrong(
                "locks",
                "open the databases with nothing, and stop \(who) with SIGTERM, never SIGKILL; then start it again")
            return false
        }
        if holders.others.isEmpty {
            well("locks", holders.owner == nil ? "no process has the databases open" : "as they should be")
        } else {
            let names = holders.others.map(DatabaseHolders.name).joined(separator: ", ")
            well("locks", "\(names) has the databases open beside their owner")
        }
        return true
    }
}
