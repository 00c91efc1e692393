import Disclosure
import Domain
import FeedBuilder
import Foundation
import FriendShops
import SampleWorld

/// Ada, whose shop is open, and her friend Ben.
struct ShopWorld {
    let world: World

    init(_ world: World? = nil) async throws {
        self.world = if let world { world } else { try await World() }
        try await self.world.put("ada", "ben")
        try await self.world.befriend("ada", "ben")
        try await front("Ada's")
    }

    func front(
        _ name: String, sign: String? = nil, line: String? = nil, avatar: String? = nil, isOpen: Bool = true
    ) async throws {
        let front = FriendShops.Front(name: name, sign: sign, line: line, avatar: avatar, isOpen: isOpen)
        try await world.shops.setFront(front, of: world.id("ada"))
    }

    func pick(_ good: String, _ slot: Int) async throws {
        try await world.shops.pick(World.product(good), slot: slot, of: world.id("ada"))
    }

    func pick(purchase order: String, _ slot: Int) async throws {
        let id = try await world.itemID(order, of: "ada")
        try await world.shops.pick(.purchase(id), slot: slot, of: world.id("ada"))
    }

    /// Puts a good of the shelves with other prices, or off them; with leave also where it is treated less strictly.
    func put(
        _ good: String, category: String? = "fb-1-2", exclusive: Int64? = nil, isListed: Bool = true,
        allowsLowering: Bool = false
    ) async throws {
        var entry = try SampleCatalogue.entry(good, category: category, price: 500, isListed: isListed)
        entry.exclusivePrice = try exclusive.map(World.euros)
        try await world.point.catalogue.put([entry], allowsLowering: allowsLowering)
    }

    /// Ada's shop as somebody sees it; nothing when there is none for them.
    func shop(for viewer: String = "ben") async throws -> ExposedShop? {
        try await world.feed.shop(of: World.handle("ada"), for: world.id(viewer))?.value
    }

    /// Everything that a viewer is served of Ada, as bytes.
    func bytes(for viewer: String = "ben") async throws -> [String] {
        let shop = try await shop(for: viewer).map { [try text($0)] } ?? []
        let picks = try text(await world.feed.picks(of: World.handle("ada"), for: world.id(viewer)).value)
        return shop + [picks] + (try await World.text(world.feedItems(of: viewer)))
    }

    /// What is in Ben's feed, with its instants.
    func feed() async throws -> [String] { try await world.feedItems(of: "ben").map { "\($0.kind) \($0.words)" } }

    func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
