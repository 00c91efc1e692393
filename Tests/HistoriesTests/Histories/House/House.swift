import Disclosure
public import Domain
import FeedAPI
import Foundation
import FriendShops
import Logging
import PersonalExport
import PolicyEngine
import Sealing
import ServiceLifecycle
import StorageSQLite
import Synchronization
import VitrineTesting

/// One installation: a data directory of its own, and the whole service over it while it is served.
final class House: Sendable {
    /// The service while it runs.
    struct Running {
        let point: EnforcementPoint
        let records: SQLiteDataStore
        let connection: WireConnection
    }

    let path: String
    let clock: FixedClock
    let commands: (any OfflineCommands)?
    private let directory: TemporaryDirectory
    private let random: HistoryRandom
    private let inForce = Mutex(PolicyVariant.base)
    /// The variant that the policy's files hold, to be loaded when the operator asks.
    let offered = Mutex(PolicyVariant.base)
    private let hasCopy = Mutex(false)

    init(seed: UInt64, commands: (any OfflineCommands)?) async throws {
        directory = try TemporaryDirectory()
        path = directory.path("data")
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try await Foundations.lay(path)
        clock = FixedClock(History.start)
        random = HistoryRandom(seed: seed ^ 0x5DEE_CE66)
        self.commands = commands
    }

    private var records: String { "\(path)/vitrine.db" }
    private var copy: String { directory.path("copy") }

    func notePolicy(_ variant: PolicyVariant) { inForce.withLock { $0 = variant } }

    /// Opens the stores, serves them on a free port of the loopback interface while `talk` runs, and closes everything.
    func serve<Outcome: Sendable>(_ talk: (Running) async throws -> Outcome) async throws -> Outcome {
        let (point, records, keys) = try await open(.served)
        let shops = FriendShops(point: point)
        let foundations = try Foundations.shared.get()
        let service = FeedService(
            point: point, shops: shops,
            exports: PersonalArchive(
                point: point, shops: shops, version: "test", digest: { PublicDigest.blake2b256($0) }),
            reload: PolicyReload(point: point) { [self] in
                try Absent.orThrow(foundations.policies[offered.withLock(\.self)], "policy")
            })
        let logger = Logger(label: "histories") { _ in SwiftLogNoOpLogHandler() }
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        var configuration = ServingConfiguration(
            api: Listener(host: "127.0.0.1", port: 0), operations: Listener(host: "127.0.0.1", port: 0))
        configuration.limits.requestsPerWindow = 1_000_000
        configuration.onListening = { told.yield($0) }
        let applications = buildApplications(
            service: service,
            surroundings: Surroundings(
                clock: ServerClock(
                    uptime: { .seconds(1000) }, sleep: { _ in try await Task.sleep(for: .seconds(3600)) }),
                isReady: { true }, logger: logger),
            configuration: configuration)
        let group = ServiceGroup(services: [applications.api], logger: logger)
        let outcome = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try Absent.orThrow(await ports.first { _ in true }, "port")
            do {
                let outcome = try await WireConnection.open(port: port) { connection in
                    try await talk(Running(point: point, records: records, connection: connection))
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
                return outcome
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
        }
        try await close(point, records, keys)
        return outcome
    }

    private func open(
        _ origin: RecordsOrigin
    ) async throws -> (point: EnforcementPoint, records: SQLiteDataStore, keys: SQLiteKeyStore) {
        let foundations = try Foundations.shared.get()
        let variant = inForce.withLock(\.self)
        let policy = try Absent.orThrow(foundations.policies[variant], "policy")
        let keyStore = try SQLiteKeyStore(path: "\(path)/keys.db")
        let seed = try Absent.orThrow(try await keyStore.wraps(at: [KeyHierarchy.seedAddress])[0], "seed")
        let keys = try KeyHierarchy(root: foundations.root(), wrappedSeed: seed, random: random)
        let records = try SQLiteDataStore(path: records)
        // The operator starts the service with the policy that was in force, and says so.
        let point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records, keys: keys, policy: policy,
            permission: PolicyPermission(allowsWidening: true, revision: policy.revision), clock: clock,
            random: random, origin: origin)
        return (point, records, keyStore)
    }

    private func close(_ point: EnforcementPoint, _ records: SQLiteDataStore, _ keys: SQLiteKeyStore) async throws {
        try await point.settle()
        try records.close()
        try keys.close()
    }

    // MARK: Copies

    /// Copies the records while they are served.
    func backUp(_ records: SQLiteDataStore) async throws {
        try? FileManager.default.removeItem(atPath: copy)
        try await records.copy(to: copy) { _ in }
        hasCopy.withLock { $0 = true }
    }

    /// Puts the last copy in the place of the records, while nothing is served; says whether it was taken.
    ///
    /// The service may refuse a copy, such as one sealed under keys that were given up since; the records are then put back.
    func restore(asBackup: Bool) async throws -> Bool {
        guard hasCopy.withLock(\.self) else { return false }
        let files = FileManager.default
        let aside = directory.path("aside")
        try? files.removeItem(atPath: aside)
        try files.moveItem(atPath: records, toPath: aside)
        for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: records + suffix) }
        try files.copyItem(atPath: copy, toPath: records)
        do {
            let (point, records, keys) = try await open(asBackup ? .backup : .served)
            try await close(point, records, keys)
            return true
        } catch is PolicyLoadError {
            for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: records + suffix) }
            try files.moveItem(atPath: aside, toPath: records)
            return false
        }
    }
}

/// What is done by commands while nothing is served.
public protocol OfflineCommands: Sendable {
    /// Imports a table into a data directory; says whether every row was taken.
    ///
    /// The table is of `people`, `products` or `purchases`, and has no columns for what is not told. `policies` is the folder
    /// of the policy in force.
    func importTable(
        _ table: String, csv: String, into directory: String, policies: String, at now: Instant
    ) async throws -> Bool
}
