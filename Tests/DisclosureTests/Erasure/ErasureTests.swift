import Domain
import SampleWorld
import Sealing
import Storage
import Synchronization
import Testing
import VitrineTesting

@testable import Disclosure

struct ErasureTests {
    private struct KilledError: Error {}

    /// Ada, whom ben has as a friend and in his history, and cleo knows nothing of.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dan")
        try await world.befriend("ada", "ben")
        try await world.befriend("ben", "cleo")
        try await world.makeClose("ada", to: "ben")
        try await world.block("ada", by: "dan")
        for name in ["ada", "ben", "cleo"] {
            try await world.share(name, since: World.start)
            try await world.buy("tea-1", by: name, at: "2026-01-05T12:00:00Z", order: name)
        }
        try await world.buy("tea-2", by: "cleo", at: "2026-01-05T12:00:00Z", order: "at-ada", shop: "ada")
        return world
    }

    private func isInHistory(_ name: String, of other: String, _ world: World) async throws -> Bool {
        let entries = try await world.point.visibility.history(of: world.id(other)).entries
        return entries.contains { $0.changes.contains { $0.contains(name) } }
    }

    private func boxes(_ world: World, of name: String) async throws -> Set<Address> {
        let person = try await world.id(name)
        let head = try #require(try await world.point.vault.head(of: person)?.value)
        let history = (0..<head.historyCount).map { RecordName.history(person, $0) }
        return Set(([.head(person)] + history).map(world.keys.address))
    }

    @Test func `everybody else's boxes are the same, but for those who named the person`() async throws {
        let world = try await world()
        let before = world.records.all
        let cleo = try await world.id("cleo")
        // What cleo bought in ada's shop.
        let bought = [RecordName.sales(of: cleo), .details(cleo, .open, 1)].map(world.keys.address)
        let named = try await boxes(world, of: "ben").union(boxes(world, of: "dan")).union(bought)
        let service = Set(
            [RecordName.roster(.roster, 1), .recordsMark].map(world.keys.address))
        let extent = try #require(try await world.point.erasure.erase(World.handle("ada"))?.told).certificate
        #expect(extent.mentions == 3)
        let after = world.records.all
        let gone = Set(before.keys).subtracting(after.keys)
        #expect(gone.count == extent.records)
        let changed = Set(after.filter { before[$0.key] != nil && before[$0.key] != $0.value }.keys)
        #expect(changed.subtracting(named).subtracting(service).isEmpty)
        #expect(Set(after.keys).subtracting(before.keys).subtracting(service).isEmpty)
    }

    @Test func `nobody's lists and history name the person, and the shop has no name any more`() async throws {
        let world = try await world()
        try await world.remove("ada")
        for name in ["ben", "dan"] {
            let settings = try #require(try await world.point.visibility.settings(of: world.id(name)))
            #expect(
                settings.closeFriends + settings.blocks + settings.friendsSeeFrom.keys
                    == (name == "ben" ? ["cleo"] : []))
            let history = try await world.point.visibility.history(of: world.id(name)).entries.flatMap(\.changes)
            #expect(!history.contains { $0.contains("ada") })
            // Who is in a list of friends no more is not said to be erased.
            #expect(history.contains { $0.hasPrefix(name == "ben" ? "(no friend now) " : "(erased) ") })
        }
        #expect(try await world.ledger(of: "cleo").allSatisfy { $0.boughtAt == nil })
    }

    @Test(arguments: CommitStep.allCases)
    func `an erasure that is killed is finished at the next start, whatever it had come to`(step: CommitStep)
        async throws
    {
        let world = try await world()
        let before = world.records.all
        let wrap = try await world.keys.wrapAddress(of: world.id("ada"))
        let isHit = Mutex(false)
        world.point.vault.observer.withLock {
            $0 = {
                if $0 == step {
                    isHit.withLock { $0 = true }
                    throw KilledError()
                }
            }
        }
        let error = await #expect(throws: Erasure.Unfinished.self) { try await world.remove("ada") }
        let unfinished = try #require(error)
        let wasHit = isHit.withLock { $0 }
        #expect(wasHit)
        let keysAreThere = try await world.keyStore.wraps(at: [wrap])[0] != nil
        #expect(keysAreThere == (step == .prepared || step == .journalled))
        if keysAreThere { #expect(world.records.all == before) }
        let reopened = try await world.reopened()
        #expect(try await reopened.point.people.find(World.handle("ada")) == nil)
        let status = try #require(try await reopened.point.erasure.status(unfinished.id))
        #expect(status.state == .clean)
        #expect(try await reopened.point.erasure.unfinishedCount() == 0)
        #expect(try await reopened.point.people.all().count == 3)
        #expect(try await !isInHistory("ada", of: "ben", reopened))
        // The same after an older copy was put back.
        world.records.putBack(before)
        let restored = try await world.reopened()
        #expect(try await !isInHistory("ada", of: "ben", restored))
        #expect(try await restored.point.people.find(World.handle("ada")) == nil)
        #expect(try await restored.point.people.all().count == 3)
        let orders = try await restored.ledger(of: "ben").map(\.order)
        #expect(orders == ["ben"])
        let tombstones = try await Tombstones(vault: restored.point.vault).subjects()
        #expect(tombstones == [wrap])
    }

    @Test func `a certificate holds for its content, its key and its handle alone`() async throws {
        let world = try await world()
        let handle = try World.handle("ada")
        let told = try #require(try await world.point.erasure.erase(handle)?.told)
        let key = try await world.point.keyDesk.signingKey().publicKey
        try told.certificate.verify(publicKey: key, about: (handle, told.salt))
        #expect(told.certificate.keyGeneration == 1)
        #expect(throws: ErasureCertificate.Fault.anotherSubject) {
            try told.certificate.verify(about: (World.handle("ben"), told.salt))
        }
        #expect(throws: ErasureCertificate.Fault.anotherKey) {
            try told.certificate.verify(publicKey: [UInt8](repeating: 1, count: 32))
        }
        #expect(try await world.point.erasure.erase(handle) == nil)
    }

    @Test func `somebody whom another had muted is in no list of theirs after an older copy was put back`() async throws
    {
        let world = try await world()
        try await world.apply(VisibilityPatch(mutes: .init(add: [World.handle("ada")])), to: "ben")
        let before = world.records.all
        try await world.remove("ada")
        world.records.putBack(before)
        let restored = try await world.reopened()
        let head = try #require(try await restored.point.vault.head(of: restored.id("ben"))?.value)
        #expect(head.mutes.handles.isEmpty && head.friends.count == 1)
    }

    /// An answer that was let through before the erasure may be kept until it is over.
    @Test func `copies are let go of once more when nothing made before is let through any more`() async throws {
        let world = try await world()
        let gate = world.point.gate
        let told = Mutex<[UInt64]>([])
        world.point.whenErased { _ in told.withLock { $0.append(gate.sequence().sequence) } }
        #expect(try await world.point.erasure.erase(World.handle("ada")) != nil)
        let stands = told.withLock(\.self)
        #expect(try #require(stands.first) < gate.sequence().sequence)
        #expect(stands.last == gate.sequence().sequence)
    }
}
