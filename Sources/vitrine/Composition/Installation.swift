import ArgumentParser
import DefaultPolicy
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
    private let keyStore: SQLiteKeyStore

    /// Opens a data directory.
    ///
    /// The caller holds its lock.
    ///
    /// Without a taxonomy of its own the installation gets the compact category tree that comes with the program.
    static func open(
        _ directory: DataDirectory, policies: String?, clock: any WallClock
    ) async throws -> Installation {
        let policy = try policy(from: policies)
        let root = try RootKey(contentsOfFile: directory.rootKey)
        let keyStore = try SQLiteKeyStore(path: directory.keys)
        let records = try SQLiteDataStore(path: directory.records)
        guard let seed = try await keyStore.wraps(at: [KeyHierarchy.seedAddress])[0] else {
            throw CommandFailure(
                "`\(directory.keys)` holds no keys; was it put in place of another?", exitCode: .invalidData)
        }
        let keys: KeyHierarchy
        do {
            keys = try KeyHierarchy(root: root, wrappedSeed: seed, random: SodiumRandom())
        } catch {
            throw CommandFailure(
                "`\(directory.rootKey)` does not open `\(directory.keys)`; they belong to different installations",
                exitCode: .invalidData)
        }
        if try await records.categories().isEmpty {
            _ = try await records.replaceCategories(try CompactTree.drafts())
        }
        let point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records, keys: keys, policy: policy, clock: clock,
            random: SodiumRandom())
        return Installation(directory: directory, point: point, keys: keys, records: records, keyStore: keyStore)
    }

    private init(
        directory: DataDirectory, point: EnforcementPoint, keys: KeyHierarchy, records: SQLiteDataStore,
        keyStore: SQLiteKeyStore
    ) {
        self.directory = directory
        self.point = point
        self.keys = keys
        self.records = records
        self.keyStore = keyStore
        shops = FriendShops(point: point)
        feeds = FeedBuilder(point: point, shops: shops)
    }

    /// Everything held about a person.
    var exports: PersonalArchive {
        PersonalArchive(
            point: point, shops: shops, version: Vitrine.configuration.version, digest: Digest.blake2b)
    }

    func close() throws {
        try records.close()
        try keyStore.close()
    }

    /// The policy of a directory, or the one that is built in.
    static func policy(from directory: String?) throws -> Policy {
        try policySet(from: directory).policy
    }

    /// The same, with its suites and invariants.
    static func policySet(from directory: String?) throws -> PolicySet {
        let files: PolicyFiles
        if let directory {
            do {
                files = try PolicyFiles(directory: directory)
            } catch {
                throw CommandFailure("policies cannot be read: \(error)", exitCode: .policyInvalid)
            }
        } else {
            files = PolicyFiles(files: DefaultPolicy.files.filter { $0.name.hasSuffix(".yaml") })
        }
        do {
            return try PolicyLoader(digest: Digest.blake2b).load(files)
        } catch {
            let mistakes = error.diagnostics.map(\.rendered).joined(separator: "\n\n")
            throw CommandFailure(
                "the policy has \(error.diagnostics.count) mistake(s), nothing was loaded\n\n\(mistakes)",
                exitCode: .policyInvalid)
        }
    }
}
