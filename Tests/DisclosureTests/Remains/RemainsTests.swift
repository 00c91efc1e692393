import Domain
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Synchronization
import Testing

@testable import Disclosure

/// A narrowing of a key holds for every purchase that is put under it next.
struct RemainsTests {
    private static let words: [ItemVisibility] = [.hidden, .atMost(.closeFriends), .atMost(.friends)]

    @Test(arguments: words)
    func `an owner's word outlives deletion, as the same item`(word: ItemVisibility) async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        let id = try await world.itemID("o", of: "ada")
        try await world.setItem("o", of: "ada", to: word)
        try await world.deletePurchase()
        #expect(try await world.ledger(of: "ada").isEmpty)
        let again = try await world.reopened()
        try await again.send()
        #expect(try await again.ledger(of: "ada").map(\.visibility) == [word.name])
        #expect(try await again.itemID("o", of: "ada") == id)
        #expect(try await again.seen() == (word == .atMost(.friends) ? ["ada"] : []))
        // The owner may say otherwise, and that outlives it as well.
        try await again.setItem("o", of: "ada", to: .standard)
        try await again.deletePurchase()
        try await again.send()
        #expect(try await again.seen() == ["ada"])
    }

    @Test func `a purchase of which nobody said anything leaves nothing behind, and is shown when it is sent again`()
        async throws
    {
        let world = try await RemainsWorld.make()
        let before = world.records.all.count
        try await world.send()
        try await world.deletePurchase()
        #expect(world.records.all.count == before + 1, "the segment stays")
        try await world.send()
        #expect(try await world.seen() == ["ada"])
    }

    @Test func `bought in private, or as a minor, stays so whoever the buyer is by then`() async throws {
        for isMinor in [true, false] {
            let world = try await RemainsWorld.make(sharing: false)
            if isMinor {
                try await world.put("ada", minor: true)
            } else {
                try await world.apply(VisibilityPatch(consent: .init(privateMode: .until(nil))), to: "ada")
            }
            try await world.send()
            if isMinor {
                try await world.put("ada")
            } else {
                try await world.apply(VisibilityPatch(consent: .init(privateMode: .off)), to: "ada")
            }
            for name in ["ada", "cleo"] { try await world.share(name, since: World.start) }
            try await world.deletePurchase()
            try world.now("2026-01-07T00:00:00Z")
            try await world.send()
            #expect(try await world.seen().isEmpty, "minor: \(isMinor)")
            try await world.send(by: "cleo")
            #expect(try await world.ledger(of: "ada").isEmpty)
            #expect(try await world.seen().isEmpty, "minor: \(isMinor)")
        }
    }

    @Test func `an owner's word holds for the next buyer, who may say otherwise, and for the owner afterwards`()
        async throws
    {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        try await world.send(by: "cleo")
        #expect(try await world.seen().isEmpty)
        await #expect(throws: VisibilityError.widens) {
            try await world.setItem("o", of: "cleo", to: .standard, mayWiden: false)
        }
        try await world.setItem("o", of: "cleo", to: .standard)
        #expect(try await world.seen() == ["cleo"])
        let again = try await world.reopened()
        try await again.send(by: "ada")
        #expect(try await again.ledger(of: "ada").map(\.visibility) == ["hidden"])
        #expect(try await again.seen().isEmpty)
        // Dan said nothing: everybody's words count. Cleo's own word still counts for cleo.
        try await again.send(by: "dan")
        #expect(try await again.seen().isEmpty)
        try await again.send(by: "cleo")
        #expect(try await again.seen() == ["cleo"])
    }

    @Test func `deletion between two buyers loses nothing`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .atMost(.closeFriends))
        try await world.deletePurchase()
        try await world.send(by: "cleo")
        #expect(try await world.ledger(of: "cleo").map(\.visibility) == ["close-friends"])
        try await world.setItem("o", of: "cleo", to: .hidden)
        try await world.deletePurchase()
        try await world.send()
        #expect(try await world.ledger(of: "ada").map(\.visibility) == ["close-friends"])
        try await world.deletePurchase()
        try await world.send(by: "dan")
        #expect(try await world.ledger(of: "dan").map(\.visibility) == ["hidden"])
    }

    @Test func `a hold and a stricter class go with the key`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        func writer(_ transaction: WriteTransaction) -> PurchaseWriter {
            PurchaseWriter(point: world.point, transaction: transaction)
        }
        func facts() async throws -> PurchaseFacts? {
            try await world.point.vault.write { transaction in
                let writer = writer(transaction)
                guard let location = try await writer.location(of: World.key("o")) else { return nil }
                return try await writer.facts(at: location)
            }
        }
        let withheld = try #require(world.point.rulebook.good(World.product("pill-1"))?.classCode)
        try await world.point.vault.write { transaction in
            let writer = writer(transaction)
            let location = try #require(try await writer.location(of: World.key("o")))
            try await writer.change(location) {
                $0.hold = .init(audiences: 6, untilDay: 30_000)
                $0.classCode = withheld
            }
        }
        for buyer in ["ada", "cleo", "ada"] {
            try await world.deletePurchase()
            try await world.send(by: buyer)
            #expect(try await facts()?.hold == .init(audiences: 6, untilDay: 30_000))
            #expect(try await facts()?.classCode == withheld)
        }
        try await world.send(by: "dan")
        #expect(try await facts()?.hold == .init(audiences: 6, untilDay: 30_000))
        #expect(try await facts()?.classCode == withheld)
    }

    @Test func `what comes back is released as late as what comes late`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .atMost(.friends))
        try #require(try await world.seen("2026-02-06T00:00:00Z") == ["ada"])
        try await world.deletePurchase()
        try await world.send()
        #expect(try await world.seen("2026-02-06T00:00:01Z").isEmpty)
        #expect(try await world.seen() == ["ada"])
    }

    @Test func `a return is undone only by saying so, and then counts as late`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try world.now("2026-02-06T00:00:00Z")
        try await world.send(isReturned: true)
        try await world.send()
        #expect(try await world.ledger(of: "ada").map(\.status) == ["returned"])
        try await world.deletePurchase()
        try await world.send()
        try await world.send(by: "cleo")
        #expect(try await world.ledger(of: "cleo").map(\.status) == ["returned"])
        try await world.send()
        #expect(try await world.seen().isEmpty)
        try world.now("2026-02-06T00:00:00Z")
        try await world.send(isReturned: false)
        #expect(try await world.ledger(of: "ada").map(\.status) == ["bought"])
        #expect(try await world.seen("2026-02-06T00:00:01Z").isEmpty)
        #expect(try await world.seen() == ["ada"])
    }

    @Test func `a batch undoes no return and gives no purchase away, unless it may`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send(isReturned: true)
        func put(by buyer: String, reassigns: Bool, undoesReturns: Bool) async throws -> [Int: IntakeError] {
            let key = try World.key("o")
            let (buyer, product) = (try World.handle(buyer), try World.product("tea-1"))
            let (total, at) = (try World.euros(500), try World.instant("2026-01-05T12:00:00Z"))
            return try await world.point.intake.put(
                count: 1, keys: [key], people: [buyer], reassigns: reassigns, undoesReturns: undoesReturns
            ) { _ in
                PurchaseDraft(
                    key: key, buyer: buyer, product: product, quantity: 1, total: total, at: .instant(at),
                    status: .bought)
            }
        }
        #expect(try await put(by: "ada", reassigns: false, undoesReturns: false).isEmpty)
        #expect(try await world.ledger(of: "ada").map(\.status) == ["returned"])
        #expect(try await put(by: "cleo", reassigns: false, undoesReturns: true) == [0: .otherBuyer])
        #expect(try await put(by: "ada", reassigns: false, undoesReturns: true).isEmpty)
        #expect(try await world.ledger(of: "ada").map(\.status) == ["bought"])
        #expect(try await put(by: "cleo", reassigns: true, undoesReturns: false).isEmpty)
        #expect(try await world.ledger(of: "cleo").count == 1)
    }

    @Test func `a person of the same handle begins afresh`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        try await world.deletePurchase()
        try await world.remove("ada")
        try await world.put("ada")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        try await world.send()
        #expect(try await world.ledger(of: "ada").map(\.visibility) == ["default"])
    }

    @Test func `past the limit unknown keys are hidden until the owner says otherwise, and the history says so`()
        async throws
    {
        let world = try await RemainsWorld.make()
        world.point.vault.remainsLimit.withLock { $0 = 2 }
        for order in ["a", "b", "c"] {
            try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", order: order)
            try await world.setItem(order, of: "ada", to: .hidden)
        }
        for order in ["a", "b", "c"] { try await world.point.intake.remove(World.key(order)) }
        let history = try await world.point.visibility.history(of: world.id("ada")).entries
        #expect(history.first?.client == "intake")
        #expect(history.count == 2)
        // The journal beside the keys would know the last ones still; it keeps some, and not for ever.
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", order: "d")
        #expect(try await world.ledger(of: "ada").map(\.visibility) == ["hidden"])
        #expect(try await world.seen().isEmpty)
        try await world.setItem("d", of: "ada", to: .standard)
        #expect(try await world.seen() == ["ada"])
    }
}
