import Disclosure
import Domain
import FriendShops
import PolicyEngine
import SampleWorld
import VitrineTesting

/// Five people who buy, show, hide, block and forgive by chance.
struct RandomHistory {
    static let names = ["ada", "ben", "cleo", "dan", "eva"]
    private static let goods = [
        "tea-1", "tea-2", "bread-1", "ball-1", "lamp-1", "pill-1", "wine-1", "chair-2", "soap-1",
    ]

    private(set) var world: World
    /// How often the world was opened anew; what was had from it before is of another.
    private(set) var restarts = 0
    private(set) var reloads = 0
    private let policies: [Policy]
    private var generator: SplitMix64
    private var orders: [(order: String, buyer: String, product: String)] = []
    /// What was done so far, for whoever has to find out what went wrong.
    private(set) var story: [String] = []

    init(seed: UInt64) async throws {
        generator = SplitMix64(seed: seed)
        policies = [try SamplePolicy.load(), try SamplePolicy.withholdingDrinks()]
        world = try await World(seed: seed)
        try await world.put("ada", "ben", "cleo", "dan", "eva")
        for (index, name) in Self.names.enumerated() {
            for other in Self.names[(index + 1)...] { try await world.befriend(name, other) }
            try await world.share(
                name, since: World.start,
                [(.closeFriends, .ordinary, .full), (.friends, .ordinary, .product), (.closeFriends, .coarsen, .hint)])
            try await world.shops.setFront(
                .init(name: "Shop of \(name)", sign: nil, line: nil, isOpen: true), of: world.id(name))
        }
    }

    private mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    private mutating func pair() -> (String, String) {
        let first = one(of: Self.names)
        return (first, one(of: Self.names.filter { $0 != first }))
    }

    /// Does one thing; what is refused changes nothing, and is as good as any other step.
    mutating func step() async throws {
        let (name, other) = pair()
        let world = world
        let number = Int.random(in: 0..<20, using: &generator)
        story.append("\(number) \(name) \(other)")
        switch number {
        case 0...3: try await buy(name, through: number == 0 ? other : nil)
        case 4: try await change(isReturned: true)
        case 5: try await change(isReturned: false)
        case 6, 7: try await show(number == 6 ? .hidden : one(of: [.standard, .atMost(.closeFriends)]))
        case 8: try? await world.block(other, by: name)
        case 9: try? await world.apply(VisibilityPatch(blocks: .init(remove: [World.handle(other)])), to: name)
        case 10:
            let handle = try World.handle(other)
            let mutes = Bool.random(using: &generator)
            try? await world.apply(
                VisibilityPatch(mutes: mutes ? .init(add: [handle]) : .init(remove: [handle])), to: name)
        case 11: try? await (Bool.random(using: &generator) ? world.unfriend(name, other) : world.befriend(name, other))
        case 12: try? await world.makeClose(other, to: name)
        case 13:
            let isOn = Int.random(in: 0..<3, using: &generator) > 0
            try? await world.apply(
                VisibilityPatch(
                    consent: .init(sharing: isOn ? .on(since: World.instant(World.start)) : .off)), to: name)
        case 14:
            try? await world.shops.setFront(
                .init(name: "Shop of \(other)", sign: nil, line: nil, isOpen: Bool.random(using: &generator)),
                of: world.id(name))
        case 15:
            let product = try World.product(one(of: ["tea-1", "ball-1", "chair-2"]))
            try? await world.shops.pick(product, slot: Int.random(in: 1...3, using: &generator), of: world.id(name))
        case 16: try await reload()
        case 17:
            self.world = try await world.reopened()
            restarts += 1
        case 18: try await world.point.epochs.catchUp()
        default:
            world.clock.advance(bySeconds: one(of: [30, 3_600, 86_400, 6 * 86_400]))
        }
    }

    /// Puts the other policy in force, wider or narrower.
    private mutating func reload() async throws {
        let current = world.point.rulebook.policy.revision
        for policy in policies where policy.revision != current {
            try await world.point.load(policy, PolicyPermission(allowsWidening: true, revision: policy.revision))
        }
        reloads += 1
    }

    private mutating func buy(_ name: String, through shop: String?) async throws {
        let product = one(of: Self.goods)
        let order = "o-\(orders.count)"
        try? await world.buy(
            product, by: name, at: world.clock.now.description, order: order, shop: shop)
        orders.append((order, name, product))
    }

    private mutating func change(isReturned: Bool) async throws {
        guard !orders.isEmpty else { return }
        let (order, name, product) = one(of: orders)
        try? await world.buy(
            product, by: name, at: world.clock.now.description, order: order,
            total: Int64.random(in: 100...900, using: &generator), isReturned: isReturned)
    }

    private mutating func show(_ visibility: ItemVisibility) async throws {
        guard !orders.isEmpty else { return }
        let (order, name, _) = one(of: orders)
        try? await world.setItem(order, of: name, to: visibility)
    }
}
