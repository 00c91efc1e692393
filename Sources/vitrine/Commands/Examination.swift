import Disclosure
import Foundation
import PolicyEngine
import Sealing
import Storage
import StorageSQLite

/// Looks a data directory over.
struct Examination {
    struct Finding {
        let isWell: Bool
        let subject: String
        let detail: String

        var text: String { "\(isWell ? "ok   " : "WRONG")  \(subject): \(detail)" }
    }

    let directory: DataDirectory
    let policy: PolicyOrigin
    private(set) var findings: [Finding] = []

    init(directory: DataDirectory, policy: PolicyOrigin) {
        self.directory = directory
        self.policy = policy
    }

    mutating func run() async {
        guard FileManager.default.fileExists(atPath: directory.path) else {
            wrong(
                "directory", "`\(directory.path)` does not exist; make it with `vitrine init --data \(directory.path)`")
            return
        }
        checkPermissions()
        if checkLocks() {
            await checkDatabases()
            await checkKeys()
        }
        checkPolicy()
        await checkRetention()
        checkDisk()
        checkOwner()
    }

    mutating func well(_ subject: String, _ detail: String) {
        findings.append(Finding(isWell: true, subject: subject, detail: detail))
    }

    mutating func wrong(_ subject: String, _ detail: String) {
        findings.append(Finding(isWell: false, subject: subject, detail: detail))
    }

    private mutating func checkPermissions() {
        var isClean = true
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        for path in [directory.path] + names.map({ directory.path + "/" + $0 }) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o077 != 0 else { continue }
            isClean = false
            let digits = String(mode, radix: 8)
            wrong("permissions", "`\(path)` has mode \(digits), so others can reach it; run `chmod go= \(path)`")
        }
        if isClean { well("permissions", "only the owner can read the \(names.count) files") }
    }

    private mutating func checkDatabases() async {
        await check("records", directory.records, expected: SQLiteDataStore.currentSchemaVersion) { path in
            let store = try SQLiteDataStore(path: path)
            defer { try? store.close() }
            return (try await store.schemaVersion(), try await store.quickCheck(), store.fileSizes.total)
        }
        await check("keys", directory.keys, expected: SQLiteKeyStore.currentSchemaVersion) { path in
            let store = try SQLiteKeyStore(path: path)
            defer { try? store.close() }
            return (try await store.schemaVersion(), try await store.quickCheck(), store.fileSizes.total)
        }
    }

    private mutating func check(
        _ subject: String, _ path: String, expected: Int, _ look: (String) async throws -> (Int, Bool, Int)
    ) async {
        guard FileManager.default.fileExists(atPath: path) else {
            wrong(subject, "`\(path)` is missing; restore it from a backup")
            return
        }
        do {
            let (version, isSound, bytes) = try await look(path)
            guard isSound else {
                wrong(subject, "`\(path)` is damaged; restore it from a backup")
                return
            }
            well(subject, "schema \(version) of \(expected), sound, \(bytes) bytes")
        } catch {
            let reason = CommandFailure(explaining: error)?.message ?? "it cannot be opened"
            wrong(subject, "`\(path)`: \(reason)")
        }
    }

    private mutating func checkKeys() async {
        do {
            let store = try SQLiteKeyStore(path: directory.keys)
            defer { try? store.close() }
            guard let seed = try await store.wraps(at: [KeyHierarchy.seedAddress])[0] else {
                wrong("root key", "`\(directory.keys)` holds no keys; put the right file back")
                return
            }
            let root = try directory.root(opening: seed)
            let keys = try KeyHierarchy(root: root, wrappedSeed: seed, random: SodiumRandom())
            well("root key", "opens the key database")
            if keys.lockedBytes == keys.totalBytes {
                well(
                    "locked memory",
                    "\(keys.lockedBytes) of \(keys.totalBytes) bytes of keys are locked, "
                        + "\(keys.slots.used) of \(keys.slots.total) slots in use")
            } else {
                wrong(
                    "locked memory",
                    "only \(keys.lockedBytes) of \(keys.totalBytes) bytes of keys are locked, the rest may be swapped out; "
                        + "raise the limit (`ulimit -l`, or LimitMEMLOCK= of the service)")
            }
            let unfinished = try await Erasure.unfinishedCount(of: keys, in: store)
            if unfinished > 0 {
                wrong(
                    "erasures",
                    "\(unfinished) are begun and not finished; the server goes on with them, and so does every command")
            }
        } catch {
            wrong("root key", CommandFailure(explaining: error)?.message ?? "it cannot be used")
        }
    }

    private mutating func checkPolicy() {
        do {
            let policy = try policy.loadForTerminal(taxonomy: nil).policy
            well("policy", "revision \(policy.revision), \(policy.rules.count) rules, \(policy.classes.count) classes")
        } catch {
            wrong("policy", CommandFailure(explaining: error)?.message ?? "it does not load")
        }
    }

    /// Tells what a shorter retention will erase; nothing is wrong with it, as its operator allowed it.
    private mutating func checkRetention() async {
        guard FileManager.default.fileExists(atPath: directory.records) else { return }
        do {
            let store = try SQLiteDataStore(path: directory.records)
            defer { try? store.close() }
            let pending = try await RetentionSchedule(store).pending(at: SystemClock().now)
            for erasure in pending { well("retention", erasure.description) }
        } catch {
            wrong("retention", CommandFailure(explaining: error)?.message ?? "it cannot be told")
        }
    }

    private mutating func checkDisk() {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: directory.path)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else { return }
        // Below this a checkpoint of a large write may fail.
        let least: Int64 = 1 << 30
        if free < least {
            wrong("disk", "\(free >> 20) MiB are free; make room before writes fail")
        } else {
            well("disk", "\(free >> 30) GiB are free")
        }
    }

    private mutating func checkOwner() {
        if (try? DataDirectoryLock(directory: directory.path)) != nil {
            well("owner", "no process holds the directory")
        } else {
            well("owner", "a process holds the directory; commands are carried out by it")
        }
    }
}
