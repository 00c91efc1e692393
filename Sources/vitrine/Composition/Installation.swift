import ArgumentParser
import Disclosure
import Domain
import FeedBuilder
import FriendShops
import PersonalExport
import PolicyEngine
import Sealing
import Storage
import StorageSQLite

/// The composition root: everything put together over one data directory.
final class Installation: Sendable {
    let directory: DataDirectory
    let point: EnforcementPoint
    let shops: FriendShops
    let feeds: FeedBuilder
    let keys: KeyHierarchy
    let records: SQLiteDataStore
    /// Loads the policy anew from its directory.
    let reload: PolicyReload
    /// The re-sealing that goes on in the background.
    let keyWork = KeyWork()
    let backups = BackupWork()
    private let keyStore: SQLiteKeyStore

    /// The keys of a data directory, and where they are kept.
    static func keys(
        of directory: DataDirectory, memory: MemoryBudget? = nil
    ) async throws -> (keys: KeyHierarchy, store: SQLiteKeyStore) {
        let keyStore = try SQLiteKeyStore(path: directory.keys, writerCacheBytes: memory?.writerPages)
        guard let seed = try await keyStore.wraps(at: [KeyHierarchy.seedAddress])[0] else {
            throw CommandFailure(
                "`\(directory.keys)` holds no keys; was it put in place of another?", exitCode: .invalidData)
        }
        let root = try directory.root(opening: seed)
        do {
            return (try KeyHierarchy(root: root, wrappedSeed: seed, random: SodiumRandom()), keyStore)
        } catch {
            throw CommandFailure(
                "\(directory.rootName) does not open `\(directory.keys)`; they belong to different installations",
                exitCode: .invalidData)
        }
    }

    /// Opens a data directory; records that are behind the narrowing journal are brought up to it.
    ///
    /// The caller holds its lock.
    ///
    /// Without a taxonomy of its own the installation gets the compact category tree that comes with the program.
    /// With a permission the policy is put in force, as serving does; without one it decides for this once. Who says nothing of
    /// memory is here for one piece of work, and gets what a large one needs.
    static func open(
        _ directory: DataDirectory, policy origin: PolicyOrigin, permission: PolicyPermission? = nil,
        clock: any WallClock, records recordsOrigin: RecordsOrigin = .served, memory: MemoryBudget? = nil
    ) async throws -> Installation {
        // Before anything is opened, so that a mistake costs nothing.
        let base = try PolicyOrigin.explaining { try origin.base() }
        let (keys, keyStore) = try await keys(of: directory, memory: memory)
        let records = try SQLiteDataStore(path: directory.records, writerCacheBytes: memory?.writerPages)
        if try await records.categories().isEmpty {
            _ = try await records.replaceCategories(try CompactTree.drafts())
        }
        let taxonomy = (try? Taxonomy(try await records.categories())) ?? .empty
        let policy = try PolicyOrigin.explaining { try origin.policy(for: taxonomy, over: base) }
        let point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records, keys: keys, policy: policy,
            permission: permission, clock: clock, random: SodiumRandom(), memory: memory ?? .standard,
            origin: recordsOrigin)
        if recordsOrigin == .served, directory.databases == nil { directory.removeRemains() }
        var load: (@Sendable () throws -> Policy)?
        if origin.isChangeable { load = { try origin.policy(for: point.rulebook.taxonomy) } }
        let reload = PolicyReload(point: point, load: load)
        return Installation(
            directory: directory, point: point, keys: keys, records: records, reload: reload, keyStore: keyStore)
    }

    private init(
        directory: DataDirectory, point: EnforcementPoint, keys: KeyHierarchy, records: SQLiteDataStore,
        reload: PolicyReload, keyStore: SQLiteKeyStore
    ) {
        self.directory = directory
        self.point = point
        self.keys = keys
        self.records = records
        self.reload = reload
        self.keyStore = keyStore
        shops = FriendShops(point: point)
        feeds = FeedBuilder(point: point, shops: shops)
    }

    /// Everything held about a person.
    var exports: PersonalArchive {
        PersonalArchive(
            point: point, shops: shops, version: Vitrine.configuration.version, digest: Digest.blake2b)
    }

    func close() async throws {
        await keyWork.stop()
        await backups.finish()
        try await point.settle()
        try records.close()
        try keyStore.close()
    }
}
