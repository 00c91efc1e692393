import Disclosure
import SampleWorld
import VitrineTesting

/// Ada, cleo and dan share all they buy with ben, who is a friend of theirs.
enum RemainsWorld {
    static let order = "o"

    static func make(sharing: Bool = true) async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dan")
        for name in ["ada", "cleo", "dan"] {
            try await world.befriend(name, "ben")
            if sharing { try await world.share(name, since: World.start) }
        }
        return world
    }
}

extension World {
    /// Sends the purchase in question: with one key, whoever the buyer.
    func send(by buyer: String = "ada", isReturned: Bool? = nil, product: String = "tea-1") async throws {
        try await buy(
            product, by: buyer, at: "2026-01-05T12:00:00Z", order: RemainsWorld.order, isReturned: isReturned,
            waiting: false)
    }

    func deletePurchase() async throws { try await point.intake.remove(World.key(RemainsWorld.order)) }

    /// Who is seen by ben to have made the purchase: at a moment, or seventy days later, when all that waits was released.
    func seen(_ moment: String? = nil) async throws -> [String] {
        let again = try await reopened()
        if let moment { try again.now(moment) } else { again.clock.advance(bySeconds: 70 * 86_400) }
        var seen: [String] = []
        for name in ["ada", "cleo", "dan"] {
            guard try await again.point.people.find(World.handle(name)) != nil else { continue }
            seen += try await again.purchases(of: name, for: "ben").map { _ in name }
        }
        return seen
    }
}
