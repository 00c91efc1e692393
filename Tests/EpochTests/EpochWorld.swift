import Disclosure
import Domain
import FeedBuilder
import Foundation
import FriendShops
import PolicyEngine
import SampleWorld
import VitrineTesting

/// A town in which everybody is a friend of ada, whose shop is open, and shares what they buy.
struct EpochWorld {
    static let day: Int64 = 86_400

    let world: World
    let epochs: Epochs
    var boards: Boards { Boards(point: world.point, shops: world.shops) }
    var books: ShopBooks { ShopBooks(point: world.point, shops: world.shops) }

    static let section = """
        commission: { basisPoints: 333 }
        influence:
          window: 7
          settlements: 3
          agedDays: 14
          shopsPerPerson: 20
          epsilonMilli: 1000
          bands: { visitors: [10, 20, 40, 80, 160, 320], buyers: [10, 20, 40, 80], invitations: [10, 20] }
          weights: { visitors: 100, buyers: 200, invitations: 50 }
          caps: { visitors: 300, buyers: 1800, invitations: 150 }
          tiers:
            - { from: 0, slots: 4 }
            - { from: 500, slots: 6 }
            - { from: 1000, slots: 8 }
        """

    static func policy(replacing pieces: [(old: String, new: String)] = []) throws -> Policy {
        try SamplePolicy.load(replacing: [("lineLength: 140", "lineLength: 140\n" + section)] + pieces)
    }

    /// The rules stand between what happens and what is released.
    init(_ world: World, rules: any EpochRules = GuardedEpochs()) {
        self.world = world
        epochs = Epochs(point: world.point, rules: rules)
    }

    /// The first so many friends let ada know what they buy.
    static func town(
        friends count: Int, knowing known: Int = 0, rules: any EpochRules = GuardedEpochs(), policy: Policy? = nil
    ) async throws -> EpochWorld {
        let world = try await World(policy: try policy ?? Self.policy())
        let town = EpochWorld(world, rules: rules)
        try await town.settle(friends: count, knowing: known)
        return town
    }

    /// The same under the keys of another, so that the noise is the same.
    func twin(
        friends count: Int, knowing known: Int = 0, rules: any EpochRules = GuardedEpochs()
    ) async throws -> EpochWorld {
        let twin = EpochWorld(try await World(twinOf: world, policy: try Self.policy()), rules: rules)
        try await twin.settle(friends: count, knowing: known)
        return twin
    }

    static func name(_ number: Int) -> String { "f\(number)" }

    private func settle(friends count: Int, knowing known: Int) async throws {
        try await world.put("ada")
        try await open("ada")
        try await epochs.catchUp()
        try await settle(names: (0..<count).map(Self.name))
        for number in 0..<count { try await world.share(Self.name(number)) }
        for number in 0..<known { try await letKnow(Self.name(number)) }
        try await wait(days: 15)
    }

    /// New friends of ada.
    func settle(names: [String]) async throws {
        let profiles = try names.map {
            People.Profile(handle: try World.handle($0), name: $0, zone: .utc, isMinor: false)
        }
        _ = try await world.point.people.put(profiles)
        _ = try await world.point.people.befriend(try names.map { (try World.handle($0), try World.handle("ada")) })
    }

    /// Has a friend of ada show her purchases with shop and price.
    func letKnow(_ name: String) async throws {
        let levels: [(Audience, Level)] = [(.closeFriends, .full), (.friends, .category)]
        var change = ConsentChange()
        for (audience, level) in levels { change.levels[Consent.Setting(audience: audience, tier: .ordinary)] = level }
        try await world.apply(VisibilityPatch(consent: change), to: name)
        try await world.makeClose("ada", to: name)
    }

    func open(_ name: String, isOpen: Bool = true) async throws {
        let front = FriendShops.Front(name: "\(name)'s", sign: nil, line: nil, isOpen: isOpen)
        try await world.shops.setFront(front, of: world.id(name))
    }

    /// Lets days pass, each with its tick.
    func wait(days: Int) async throws {
        for _ in 0..<days {
            world.clock.advance(bySeconds: Self.day)
            try await epochs.catchUp()
        }
    }

    func visit(_ name: String, _ shop: String = "ada") async throws {
        epochs.note(visitor: try await world.id(name), at: try await world.id(shop))
    }

    func visits(by numbers: Range<Int>, _ shop: String = "ada") async throws {
        for number in numbers { try await visit(Self.name(number), shop) }
    }

    func standing(_ name: String = "ada") async throws -> BoardStanding {
        try await epochs.standing(of: try await world.id(name))
    }

    /// Everything that somebody reads of ada's shop, as bytes.
    func sight(of viewer: String) async throws -> String {
        let id = try await world.id(viewer)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var parts: [Data] = []
        let front = try await world.feed.shop(of: World.handle("ada"), for: id)?.value
        parts.append(try encoder.encode(front))
        let activity = try await world.feed.shopActivity(of: World.handle("ada"), for: id, PageRequest(limit: 50))
        parts.append(try encoder.encode(activity.value.items))
        parts.append(try encoder.encode(try await boards.friends(of: id, limit: 50, cursor: nil)?.value))
        parts.append(try encoder.encode(try await boards.top(limit: 50, cursor: nil)?.value))
        parts.append(try encoder.encode(try await books.insights(of: id)?.value))
        parts.append(try encoder.encode(try await books.influence(of: id)?.value))
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}
