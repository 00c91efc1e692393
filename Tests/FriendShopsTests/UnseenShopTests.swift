import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing

/// What an owner does in a shop while others see nothing of it.
struct UnseenShopTests {
    private typealias Act = @Sendable (ShopWorld) async throws -> Void

    private static let share: Act = {
        _ = try await $0.world.shops.share(with: .friends, hours: 24, of: $0.world.id("ada"))
    }

    private static let acts: [(what: String, isOpenBefore: Bool, act: Act, isSeen: Bool)] = [
        ("a closed shop is renamed", false, { try await $0.front("New", sign: "Tea", isOpen: false) }, false),
        ("something is picked in a closed shop", false, { try await $0.pick("tea-1", 1) }, false),
        ("a closed shop is shared", false, share, false),
        (
            "a link to a closed shop is taken back", false,
            { try await $0.world.shops.revokeShareLink("none", of: $0.world.id("ada")) }, false
        ),
        ("a closed shop is opened", false, { try await $0.front("Ada's") }, true),
        ("an open shop is closed", true, { try await $0.front("Ada's", isOpen: false) }, true),
        ("an open shop is renamed", true, { try await $0.front("New") }, true),
        ("something is picked in an open shop", true, { try await $0.pick("tea-1", 1) }, true),
    ]

    /// Made before, and admitted or not afterwards; then made anew, and the same as from a service that has nothing in memory.
    @Test(arguments: acts.indices)
    func `overtakes no answer to a friend, unless it is seen`(number: Int) async throws {
        let (what, isOpenBefore, act, isSeen) = Self.acts[number]
        let shop = try await ShopWorld()
        let world = shop.world
        try await shop.front("Ada's", isOpen: isOpenBefore)
        let ben = try await world.id("ben")
        let page = try await world.feed.feed(of: ben, PageRequest())
        try await act(shop)
        #expect((world.point.gate.admit(page) == nil) == isSeen, "\(what)")
        let served = try World.text(await world.feedItems(of: "ben"))
        let anew = try World.text(await world.reopened().feedItems(of: "ben"))
        #expect(served == anew, "\(what)")
    }

    /// Whoever muted an owner has none of their lists made.
    @Test func `overtakes no answer to somebody who muted the owner either`() async throws {
        let shop = try await ShopWorld()
        let world = shop.world
        try await shop.front("Ada's", isOpen: false)
        try await world.apply(VisibilityPatch(mutes: .init(add: [World.handle("ada")])), to: "ben")
        let page = try await world.feed.feed(of: world.id("ben"), PageRequest())
        try await shop.front("New", isOpen: false)
        #expect(world.point.gate.admit(page) != nil)
        try await shop.front("New")
        #expect(world.point.gate.admit(page) == nil)
    }
}
