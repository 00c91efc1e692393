import Domain
import FeedBuilder
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

/// What a block takes from both sides, and what lifting it gives back.
struct BlockedFriendshipTests {
    /// Ada and ben are close to each other, and both share.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.befriend("ada", "ben")
        try await world.befriend("ben", "cleo")
        for (one, other) in [("ada", "ben"), ("ben", "ada")] {
            try await world.makeClose(other, to: one)
            try await world.share(one, since: World.start)
            try await world.buy(one == "ada" ? "tea-1" : "tea-2", by: one, at: "2026-01-05T12:00:00Z")
        }
        try world.now("2026-03-01T00:00:00Z")
        return world
    }

    private func unblock(_ other: String, by name: String, _ world: World) async throws {
        try await world.apply(VisibilityPatch(blocks: .init(remove: [World.handle(other)])), to: name)
    }

    private func settings(_ name: String, _ world: World) async throws -> VisibilityView {
        try #require(try await world.point.visibility.settings(of: world.id(name)))
    }

    @Test func `lifting a block makes friends anew: none is close, and nothing from before is shown`() async throws {
        let world = try await world()
        #expect(try await world.feedItems(of: "ben").count == 1)
        #expect(try await world.feedItems(of: "ada").count == 1)
        try await world.block("ben", by: "ada")
        for name in ["ada", "ben"] {
            #expect(try await world.feedItems(of: name).isEmpty)
            #expect(try await settings(name, world).closeFriends.isEmpty)
        }
        #expect(try await settings("ada", world).friendsSeeFrom.isEmpty)
        #expect(try await settings("ben", world).friendsSeeFrom.keys.sorted() == ["cleo"])
        try world.now("2026-03-02T00:00:00Z")
        try await unblock("ben", by: "ada", world)
        for (one, other) in [("ada", "ben"), ("ben", "ada")] {
            #expect(try await world.feedItems(of: one).isEmpty)
            let settings = try await settings(one, world)
            #expect(settings.closeFriends.isEmpty)
            #expect(settings.friendsSeeFrom[other] == "2026-03-02T00:00:00Z")
        }
        try await world.buy("tea-2", by: "ada", at: "2026-03-05T12:00:00Z", order: "later")
        try world.now("2026-06-01T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 1)
    }

    @Test func `what the platform tells during a block is seen by nobody, and holds when it is lifted`() async throws {
        let world = try await world()
        try await world.block("ben", by: "ada")
        let before = try await settings("ben", world).friendsSeeFrom
        try await world.befriend("ben", "ada")
        #expect(try await settings("ben", world).friendsSeeFrom == before)
        try await world.unfriend("ada", "ben")
        try await unblock("ben", by: "ada", world)
        #expect(try await settings("ada", world).friendsSeeFrom.isEmpty, "the platform ended it meanwhile")
        try await world.block("ben", by: "ada")
        try await world.befriend("ada", "ben")
        #expect(try await settings("ben", world).friendsSeeFrom == before)
        try await unblock("ben", by: "ada", world)
        #expect(
            try await settings("ada", world).friendsSeeFrom.keys.sorted() == ["ben"], "the platform told it meanwhile")
    }

    @Test func `of two blocks the last to be lifted makes friends`() async throws {
        for first in ["ada", "ben"] {
            let world = try await world()
            let second = first == "ada" ? "ben" : "ada"
            try await world.block("ben", by: "ada")
            try await world.block("ada", by: "ben")
            try await unblock(second, by: first, world)
            #expect(try await settings("ada", world).friendsSeeFrom.isEmpty)
            #expect(try await settings("ben", world).friendsSeeFrom.keys.sorted() == ["cleo"])
            try await unblock(first, by: second, world)
            #expect(try await settings("ada", world).friendsSeeFrom.keys.sorted() == ["ben"])
            #expect(try await settings("ben", world).friendsSeeFrom.keys.sorted() == ["ada", "cleo"])
        }
    }

    @Test func `no third person tells a block from an unfriending: who is blocked is no link`() async throws {
        for isBlocked in [true, false] {
            let world = try await world()
            let levels: [(Audience, Tier, Level)] = [
                (.closeFriends, .ordinary, .category), (.friends, .ordinary, .category),
                (.friendsOfFriends, .ordinary, .category),
            ]
            try await world.share("ada", since: World.start, levels)
            #expect(try await world.purchases(of: "ada", for: "cleo").count == 1)
            if isBlocked { try await world.block("ben", by: "ada") } else { try await world.unfriend("ada", "ben") }
            #expect(try await world.purchases(of: "ada", for: "cleo").isEmpty)
        }
    }

    /// As a record of an earlier version holds it: the friendship beside the block, on both sides.
    @Test func `a friendship that lies beside a block is none, and starts afresh when it is lifted`() async throws {
        let world = try await world()
        let (ada, ben) = (try await world.id("ada"), try await world.id("ben"))
        try await world.point.vault.write { transaction in
            var head = try #require(try await transaction.head(of: ada))
            head.blocks.insert(try World.handle("ben"), naming: ben)
            _ = try await transaction.keys(of: ada)
            transaction.put(head)
        }
        for (one, other) in [("ada", "ben"), ("ben", "ada")] {
            let settings = try await settings(one, world)
            #expect(settings.closeFriends.isEmpty && settings.friendsSeeFrom[other] == nil)
            await #expect(throws: VisibilityError.unknownMember(list: .closeFriends)) {
                try await world.makeClose(other, to: one)
            }
            #expect(
                try await world.feed.ownPurchases(of: world.id(one), as: .friend(World.handle(other)), .init()) == nil)
        }
        try await unblock("ben", by: "ada", world)
        for (one, other) in [("ada", "ben"), ("ben", "ada")] {
            let settings = try await settings(one, world)
            #expect(settings.closeFriends.isEmpty)
            #expect(settings.friendsSeeFrom[other] == "2026-03-01T00:00:00Z")
        }
    }

    @Test func `an older copy in which they were friends parts them, and keeps what the platform told`() async throws {
        let world = try await world()
        let older = world.records.all
        try await world.block("ben", by: "ada")
        world.records.putBack(older)
        let restored = try await world.reopened()
        #expect(try await settings("ben", restored).friendsSeeFrom.keys.sorted() == ["cleo"])
        #expect(try await settings("ada", restored).closeFriends.isEmpty)
        try await unblock("ben", by: "ada", restored)
        #expect(try await settings("ada", restored).friendsSeeFrom.keys.sorted() == ["ben"])
        #expect(try await settings("ada", restored).closeFriends.isEmpty)
    }
}
