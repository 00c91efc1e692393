import Domain
import FriendShops
import SampleWorld
import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// Records of epochs that do not open keep nobody from anything but figures.
struct UnreadableEpochsTests {
    /// Ada's shop on the board, with figures, settlements and visits that wait.
    private func town() async throws -> EpochWorld {
        let town = try await EpochWorld.town(friends: 40, knowing: 10)
        try await town.epochs.setOnBoard(true, of: town.world.id("ada"))
        for number in 0..<40 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        for _ in 0..<20 {
            try await town.visits(by: 0..<40)
            try await town.wait(days: 1)
        }
        try await town.visits(by: 0..<40)
        try await town.epochs.flush()
        return town
    }

    private func damaged(_ town: EpochWorld, _ name: RecordName) async throws -> EpochWorld {
        town.world.records.damage(town.world.keys.address(of: name))
        return EpochWorld(try await town.world.reopened())
    }

    /// Everything but figures goes on: fronts, boards, visits, purchases, erasures.
    private func checkService(of town: EpochWorld) async throws {
        #expect(try await town.sight(of: "f1").contains("ada"))
        try await town.visit("f2")
        try await town.epochs.flush()
        try await town.world.buy(
            "bread-1", by: "f2", at: "2026-02-09T11:00:00Z", order: "new", shop: "ada", waiting: false)
        let gone = try await town.world.id("f3")
        try await town.world.remove("f3")
        #expect(
            !town.world.records.all.keys.contains(town.world.keys.address(of: .visits(of: gone))))
        #expect(try await town.world.point.people.find(World.handle("f3")) == nil)
        #expect(town.world.point.failedOpenCount > 0)
    }

    @Test func `a log that does not open stops no erasure, shop or board, and figures go on behind what was released`()
        async throws
    {
        let town = try await town()
        let released = try await town.epochs.released()
        let again = try await damaged(town, .epochLog)
        // The board is gone until the next tick, and no epoch is released again.
        #expect(try await again.epochs.board().isEmpty)
        #expect(try await again.epochs.released() == released)
        #expect(try await again.epochs.catchUp() == 0)
        try await checkService(of: again)
        try await again.wait(days: 1)
        #expect(try await again.epochs.board().count == 1)
        #expect(try await again.standing().visitorBand > 0)
        #expect(try await again.epochs.released() == released?.next)
    }

    @Test(arguments: [true, false])
    func `without the mark, with the log or without it, nothing is released any more, and everything else goes on`(
        hasLog: Bool
    ) async throws {
        let town = try await town()
        try await town.world.keyStore.damage(town.world.keys.address(of: .epochMark))
        if !hasLog { town.world.records.damage(town.world.keys.address(of: .epochLog)) }
        let again = EpochWorld(try await town.world.reopened())
        #expect(try await again.epochs.released() == nil)
        #expect(try await again.standing() == BoardStanding())
        try await checkService(of: again)
        await #expect(throws: VaultError.unreadable) { try await again.wait(days: 1) }
        #expect(try await again.standing() == BoardStanding())
    }

    @Test func `a standing that does not open is that shop's alone, and is not written over by a tick`() async throws {
        let town = try await town()
        try await town.world.put("fay")
        try await town.open("fay")
        try await town.epochs.setOnBoard(true, of: town.world.id("fay"))
        let name = RecordName.standing(of: try await town.world.id("ada"))
        let again = try await damaged(town, name)
        #expect(try await again.epochs.board().isEmpty)
        try await checkService(of: again)
        let address = again.world.keys.address(of: name)
        let box = again.world.records.all[address]
        for number in 4..<40 {
            try await again.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-02-10T09:00:00Z", order: "p\(number)", shop: "ada")
        }
        try await again.wait(days: 30)
        #expect(again.world.records.all[address] == box)
        #expect(try await again.standing() == BoardStanding())
        // The owner may begin anew, and what was earned meanwhile was carried over.
        try await again.epochs.setOnBoard(true, of: again.world.id("ada"))
        try await again.wait(days: 31)
        #expect(try await again.standing().settlements.count == 1)
    }

    @Test func `sales that do not open keep nobody from buying, and no other buyer from being counted`() async throws {
        let town = try await EpochWorld.town(friends: 40, knowing: 10)
        for number in 0..<40 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        let again = try await damaged(town, .sales(of: town.world.id("f3")))
        try await again.world.buy("bread-1", by: "f3", at: "2026-01-20T11:00:00Z", order: "new", shop: "ada")
        try await again.world.point.intake.remove(World.key("o3"))
        try await again.wait(days: 20)
        let standing = try await again.standing()
        #expect(standing.buyerBand > 0 && standing.settlements.count == 1)
        #expect(again.world.point.failedOpenCount > 0)
    }
}

extension InMemoryKeyStore {
    /// Flips a bit of what lies beside the keys.
    fileprivate func damage(_ address: Address) async throws {
        guard var bytes = try await wraps(at: [address])[0]?.bytes else { return }
        bytes[bytes.count / 2] ^= 1
        var batch = SealedBatch()
        batch.put(SealedBox(bytes: bytes), at: address)
        try await commit(batch)
    }
}
