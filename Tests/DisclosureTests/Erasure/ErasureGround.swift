import Domain
import Foundation
import SampleWorld
import Sealing
import Storage
import StorageSQLite
import Testing
import VitrineTesting

@testable import Disclosure

/// A world over two files of SQLite, every write to which is watched and may be made to fail.
final class ErasureGround {
    /// The names of everybody; all are friends of ada, who is erased.
    private static let others = ["ben", "cleo", "dan"]

    let directory: TemporaryDirectory
    let watch = StoreWatch()
    private(set) var world: World
    private var records: SQLiteDataStore
    private var keyStore: SQLiteKeyStore

    init() async throws {
        directory = try TemporaryDirectory()
        records = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        keyStore = try SQLiteKeyStore.create(path: directory.path("keys.db"))
        world = try await World(over: WatchedStore(records, watch), keys: WatchedKeyStore(keyStore, watch))
        try await world.put("ada", "ben", "cleo", "dan")
        for name in ["ada"] + Self.others {
            try await world.share(name, since: World.start)
            try await world.buy("tea-1", by: name, at: "2026-01-05T12:00:00Z", order: "\(name)-1")
            try await world.buy("pill-1", by: name, at: "2026-01-05T12:00:00Z", order: "\(name)-2")
        }
        for name in Self.others { try await world.befriend("ada", name) }
        try await world.makeClose("ada", to: "ben")
        try await world.block("ada", by: "dan")
        try await world.setItem("ada-1", of: "ada", to: .hidden)
        _ = try await world.point.tokens.issue(
            client: "phone", person: World.handle("ada"), scopes: [.feedRead], days: nil)
    }

    var erasure: Erasure { world.point.erasure }

    /// What a restart leaves: the files, and nothing of what was in memory.
    func restart() async throws {
        try? await world.point.settle()
        try records.close()
        try keyStore.close()
        records = try SQLiteDataStore(path: directory.path("vitrine.db"))
        keyStore = try SQLiteKeyStore(path: directory.path("keys.db"))
        world = try await world.reopened(
            over: WatchedStore(records, watch), keys: WatchedKeyStore(keyStore, watch))
    }

    /// What there is only of ada, by where it lies in either file, and what names her with others.
    func addresses() async throws -> Set<Address> {
        let keys = world.keys
        let ada = try await world.id("ada")
        let head = try #require(try await world.point.vault.head(of: ada)?.value)
        var names: [RecordName] = [.head(ada), .directory(head.handle), .floor(ada)]
        for keyClass in [KeyClass.open, .withheld] {
            names += (0..<2).map { .segment(ada, keyClass, $0) }
            names += (0..<4).map { .details(ada, keyClass, $0) }
        }
        names += (0..<head.historyCount).map { .history(ada, $0) }
        names += try ["ada-1", "ada-2"].map { .purchase(try World.key($0)) }
        let own = names.map(keys.address)
        return Set(own + own.map { keys.address(of: .counter(of: $0)) } + [keys.wrapAddress(of: ada)])
    }

    /// How many boxes of which any version lay at the addresses have left a stretch of sixteen bytes in a file.
    func residue(of addresses: Set<Address>, atLeast least: Int = 20) throws -> Int {
        var files = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
            files.append(try Data(contentsOf: URL(filePath: directory.path(name))))
        }
        let boxes = addresses.flatMap(watch.versions)
        #expect(boxes.count >= least)
        return boxes.count { box in
            stride(from: 7, through: box.bytes.count - 16, by: 16).contains { offset in
                files.range(of: Data(box.bytes[offset..<offset + 16])) != nil
            }
        }
    }

    /// Checks that the erasure is finished, told again in the same words, and without residue.
    func expectFinished(_ id: String, _ addresses: Set<Address>) async throws {
        let status = try #require(try await erasure.status(id))
        #expect(status.state == .clean)
        let told = try #require(status.told)
        let handle = try World.handle("ada")
        try told.certificate.verify(
            publicKey: try await world.point.keyDesk.signingKey().publicKey, about: (handle, told.salt))
        let again = try #require(try await erasure.status(id)?.told)
        #expect(again.certificate == told.certificate && again.salt == told.salt)
        #expect(told.certificate.records > 8 && told.certificate.mentions == 3)
        #expect(try await world.point.people.find(handle) == nil)
        #expect(try await world.point.people.all().count == 3)
        #expect(try await erasure.unfinishedCount() == 0)
        #expect(try residue(of: addresses) == 0)
        for name in Self.others {
            let settings = try #require(try await world.point.visibility.settings(of: world.id(name)))
            #expect(settings.friendsSeeFrom["ada"] == nil && !settings.blocks.contains("ada"))
            #expect(try await world.ledger(of: name).count == 2)
        }
    }
}
