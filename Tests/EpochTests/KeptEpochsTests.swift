import Domain
import FriendShops
import PolicyEngine
import SampleWorld
import Sealing
import Testing
import VitrineTesting

@testable import Disclosure

/// What epochs keep, in everything that is done to all records.
struct KeptEpochsTests {
    /// Ada's shop with what was released of it, and visits and sales that wait.
    private func town() async throws -> EpochWorld {
        let town = try await EpochWorld.town(friends: 40, knowing: 6)
        try await town.epochs.setOnBoard(true, of: town.world.id("ada"))
        try await town.epochs.setInviter(town.world.id("ada"), of: town.world.id("f39"))
        for number in 0..<40 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.visits(by: 0..<40)
        try await town.wait(days: 1)
        try await town.visits(by: 0..<40)
        try await town.epochs.flush()
        return town
    }

    private func addresses(_ town: EpochWorld, of name: String) async throws -> Set<Address> {
        let person = try await town.world.id(name)
        return Set(
            [RecordName.visits(of: person), .sales(of: person), .standing(of: person)].map(town.world.keys.address))
    }

    private func isOnBoard(_ town: EpochWorld) async throws -> Bool {
        try await town.standing().isOnBoard
    }

    @Test func `a resealing seals them anew, and loses nothing`() async throws {
        let town = try await town()
        let standing = try await town.standing()
        let before = town.world.records.all
        try await town.world.point.resealing.begin()
        let progress = try await town.world.point.resealing.run()
        #expect(progress.unreadableOwners == 0)
        let after = town.world.records.all
        #expect(after.count == before.count && after.allSatisfy { before[$0.key] != $0.value })
        let again = EpochWorld(try await town.world.reopened())
        let status = try await again.world.point.keyDesk.status(policy: again.world.point.rulebook.policy.revision)
        #expect(status.pendingRecords == 0 && !status.isResealing)
        #expect(try await again.standing() == standing)
        #expect(again.world.point.failedOpenCount == 0)
        try await again.wait(days: 1)
        #expect(try await again.standing().visitorBand > 0)
        try await again.wait(days: 24)
        #expect(try await again.standing().settlements.count == 1)
    }

    @Test func `sales that do not open keep nobody from being erased`() async throws {
        let town = try await town()
        let addresses = try await addresses(town, of: EpochWorld.name(3))
        town.world.records.damage(town.world.keys.address(of: .sales(of: try await town.world.id(EpochWorld.name(3)))))
        let again = EpochWorld(try await town.world.reopened())
        try await again.world.remove(EpochWorld.name(3))
        #expect(addresses.isDisjoint(with: again.world.records.all.keys))
    }

    @Test func `an older box of visits, sales or a standing is refused`() async throws {
        let town = try await town()
        let older = town.world.records.all
        try await town.visits(by: 0..<40)
        try await town.wait(days: 30)
        try #require(try await town.standing().settlements.count == 1)
        // The settled sales again as they were when they waited.
        for number in 0..<40 {
            let buyer = try await town.world.id(EpochWorld.name(number))
            let address = town.world.keys.address(of: .sales(of: buyer))
            town.world.records.replace(address, by: older[address])
        }
        let again = EpochWorld(try await town.world.reopened())
        try await again.wait(days: 31)
        #expect(try await again.standing().settlements.count == 1)
        #expect(again.world.point.failedOpenCount > 0)
    }

    @Test func `a shop that left the board stays off it when older records are put back`() async throws {
        let town = try await town()
        try await town.wait(days: 1)
        let older = town.world.records.all
        try await town.epochs.setOnBoard(false, of: town.world.id("ada"))
        try await town.world.put("zoe")
        town.world.records.putBack(older)
        let again = EpochWorld(try await town.world.reopened())
        #expect(again.world.point.wasBehind)
        #expect(try await !isOnBoard(again))
        let third = EpochWorld(try await town.world.reopened())
        #expect(try await !isOnBoard(third))
        // And it may come back.
        try await third.epochs.setOnBoard(true, of: third.world.id("ada"))
        #expect(try await isOnBoard(EpochWorld(town.world.reopened())))
    }

    @Test func `without leaving the board a shop is on it in older records`() async throws {
        let town = try await town()
        let older = town.world.records.all
        try await town.world.put("zoe")
        town.world.records.putBack(older)
        #expect(try await isOnBoard(EpochWorld(town.world.reopened())))
    }

    @Test func `a purchase that was deleted earns nothing when older records are put back`() async throws {
        let town = try await town()
        let older = town.world.records.all
        for number in 0..<40 { try await town.world.point.intake.remove(World.key("o\(number)")) }
        try await town.world.put("zoe")
        town.world.records.putBack(older)
        let again = EpochWorld(try await town.world.reopened())
        try await again.wait(days: 30)
        let standing = try await again.standing()
        #expect(standing.settlements.isEmpty && standing.buyerBand == 0)
    }

    @Test func `sales that do not open keep nobody from starting with older records`() async throws {
        let town = try await town()
        let older = town.world.records.all
        try await town.world.point.intake.remove(World.key("o3"))
        try await town.world.put("zoe")
        town.world.records.putBack(older)
        town.world.records.damage(town.world.keys.address(of: .sales(of: try await town.world.id(EpochWorld.name(3)))))
        #expect(try await town.world.reopened().point.wasBehind)
    }

    @Test func `nothing of an erased person is left, in older records neither`() async throws {
        let town = try await town()
        let gone = try await addresses(town, of: "f0").union(addresses(town, of: "ada"))
        let inviting = try await town.world.id("f39")
        let older = town.world.records.all
        try #require(older.keys.filter(gone.contains).count >= 3)
        try #require(try await town.epochs.standing(of: inviting).inviter != nil)
        try await town.world.remove("f0")
        try await town.world.remove("ada")
        #expect(town.world.records.all.keys.filter(gone.contains).isEmpty)
        #expect(try await town.epochs.standing(of: inviting).inviter == nil)
        #expect(try await town.epochs.board().isEmpty)
        town.world.records.putBack(older)
        let again = EpochWorld(try await town.world.reopened())
        #expect(again.world.records.all.keys.filter(gone.contains).isEmpty)
        #expect(try await again.epochs.board().isEmpty)
        #expect(try await again.epochs.standing(of: inviting).inviter == nil)
    }

    @Test func `an operator's audit can name every box`() async throws {
        let town = try await town()
        var named: Set<Address> = []
        var kinds: Set<RecordKind> = []
        try await town.world.point.auditSubjects.enumerate(
            AuditSubjects.Receiver(
                secret: { _, _ in },
                box: { box in
                    named.insert(box.address)
                    kinds.insert(box.kind)
                }))
        #expect(Set(town.world.records.all.keys).subtracting(named).isEmpty)
        #expect(kinds.contains(.aggregate))
    }

    @Test func `a person is given what is held, and of others those in the own lists`() async throws {
        let town = try await town()
        try await town.wait(days: 25)
        try await town.visits(by: 0..<1)
        try await town.epochs.flush()
        func figures(_ name: String) async throws -> OwnFigures {
            try #require(try await town.world.point.ownExport.records(of: town.world.id(name))).value.figures
        }
        let ada = try await figures("ada")
        #expect(ada.onBoard && ada.invitedBy == nil && ada.commissions.count == 1 && ada.sales.isEmpty)
        #expect(ada.visitorBands == (try await town.standing().visitorBands.map(Int.init)))
        let buyer = try await figures("f0")
        #expect(buyer.visits.map(\.shops) == [["ada"]] && !buyer.onBoard)
        #expect(buyer.sales.map(\.stage) == ["counted"] && buyer.sales.map(\.shop) == ["ada"])
        #expect(try await figures("f39").invitedBy == "ada")
        try await town.world.unfriend("f0", "ada")
        try await town.world.unfriend("f39", "ada")
        #expect(try await figures("f0").sales.map(\.shop) == [nil])
        #expect(try await figures("f39").invitedBy == nil)
    }
}
