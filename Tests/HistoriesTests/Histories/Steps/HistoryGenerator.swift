import Domain
import VitrineTesting

/// Makes a history from a seed: a world that shows something, then things that happen to it.
///
/// Much of it is aimed at few people and few orders, so that what is done to one thing twice happens often.
public struct HistoryGenerator {
    static let handles = ["ada", "ben", "cleo", "dan"]
    private static let names = [("o1", "1"), ("o1", "2"), ("o2", "1"), ("o3", "1"), ("o4", "1"), ("o5", "1")]
        .map { PurchaseName(order: $0.0, line: $0.1) }

    private var random: SplitMix64
    private var steps: [Step] = []
    /// What the history comes to if every step is taken; it only makes steps likelier to mean something.
    private var state = ModelState(start: History.start)
    private var lastChange: [String: Step] = [:]
    private var hasCopy = false
    private var erasures = 0

    private init(seed: UInt64) {
        random = SplitMix64(seed: seed &* 0x9E6D_62D0_6F6A_9A9B &+ 17)
    }

    /// `length` counts the steps after the world is made.
    public static func history(_ seed: UInt64, length: Int) -> History {
        var generator = HistoryGenerator(seed: seed)
        generator.makeWorld()
        let target = generator.steps.count + length
        while generator.steps.count < target { generator.makeStep() }
        generator.add(.wait(generator.one(of: [24 * 10, 24 * 40])))
        return History(seed: seed, steps: generator.steps)
    }

    // MARK: Chance

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private mutating func one<Element>(of all: [Element]) -> Element { all[number(0...all.count - 1)] }

    private mutating func add(_ step: Step) {
        steps.append(step)
        state.note(step)
        if case .backUp = step { hasCopy = true }
    }

    // MARK: The world at first

    private mutating func makeWorld() {
        for handle in Self.handles { add(.putPerson(handle, minor: chance(15) ? true : nil, by: .api)) }
        for (one, other) in [("ada", "ben"), ("ada", "cleo"), ("ben", "dan"), ("cleo", "dan"), ("ada", "dan")]
        where chance(75) {
            add(.befriend(one, other))
        }
        for handle in Self.handles where chance(80) {
            add(.change(handle, .sharing(true, daysBack: one(of: [20, 60, 90])), with: .full, keyed: false))
            if chance(60) { add(.change(handle, .optIn("media-choice", true), with: .full, keyed: false)) }
            if chance(40) { add(.change(handle, .optIn("alcohol", true), with: .full, keyed: false)) }
            if chance(40), let friend = state.people[handle]?.friends.keys.sorted().first {
                add(.change(handle, .close(friend, true), with: .full, keyed: false))
            }
            if chance(30) {
                let level = one(of: [LevelName.product, .full])
                add(.change(handle, .level(.closeFriends, .ordinary, level), with: .full, keyed: false))
            }
        }
        for name in Self.names.prefix(number(3...5)) { add(.putPurchase(row(name), by: .api)) }
        add(.wait(24 * one(of: [12, 37, 40])))
    }

    private mutating func row(_ name: PurchaseName) -> PurchaseRow {
        let product = chance(60) ? one(of: [Goods.pan, Goods.coffee, Goods.moved]) : one(of: Goods.all)
        let minutes = (state.now.seconds - state.start.seconds) / 60
        return PurchaseRow(
            name: name, buyer: one(of: Self.handles), product: product, total: Goods.price(of: product),
            minute: minutes - Int64(number(1...20 * 24)) * 60, status: chance(20) ? .bought : nil)
    }

    // MARK: What happens

    private mutating func makeStep() {
        switch number(1...100) {
        case ...22: host()
        case ...32: catalogue()
        case ...62: owner()
        case ...70: `operator`()
        case ...80: relations()
        case ...92: add(.wait(one(of: [3, 30, 24 * 8, 24 * 35, 24 * 35])))
        default: revert()
        }
    }

    private mutating func door() -> Door { chance(70) ? .api : .table }

    private mutating func knownName() -> PurchaseName? {
        let names = state.purchases.keys.sorted()
        return names.isEmpty ? nil : one(of: names)
    }

    private mutating func host() {
        guard let name = knownName(), let known = state.purchases[name] else {
            return add(.putPurchase(row(one(of: Self.names)), by: .api))
        }
        var row = known.row
        row.status = nil
        switch number(1...10) {
        case 1...2:
            add(.deletePurchase(name))
            if chance(80) { add(.putPurchase(row, by: door())) }
        case 3:
            row.buyer = one(of: Self.handles)
            add(.putPurchase(row, by: door()))
            if chance(70) {
                if chance(30) { add(.wait(24 * 35)) }
                row.buyer = known.row.buyer
                add(.putPurchase(row, by: door()))
            }
        case 4...5:
            row.status = .returned
            add(.putPurchase(row, by: door()))
            if chance(60) {
                row.status = nil
                add(.putPurchase(row, by: door()))
            }
        case 6: add(.putPurchase(row, by: door()))
        case 7:
            row.total += 100
            add(.putPurchase(row, by: door()))
        default: add(.putPurchase(self.row(one(of: Self.names)), by: door()))
        }
    }

    private mutating func catalogue() {
        switch number(1...10) {
        case 1...2:
            // A price list without some of its columns.
            let id = one(of: Goods.all)
            let shelf = state.products[id]?.shelf
            add(
                .putProduct(
                    ProductRow(
                        id: id, category: chance(70) ? shelf : nil,
                        titleZh: chance(30) ? state.products[id]?.titleZh : nil, isListed: chance(30) ? true : nil),
                    by: door()))
        case 3...4:
            let shelf = one(of: ["fb-1-1", "hb-1-15-5"])
            add(.putProduct(ProductRow(id: Goods.moved, category: shelf, titleZh: nil, isListed: nil), by: door()))
        case 5:
            let id = one(of: [Goods.moved, Goods.wine, Goods.test])
            let shelf = Goods.ordinaryShelf
            add(.putProduct(ProductRow(id: id, category: shelf, titleZh: nil, isListed: nil), by: door()))
        case 6:
            let id = one(of: Goods.all)
            add(.deleteProduct(id))
            if chance(70) {
                let shelf = chance(50) ? state.products[id]?.shelf : Goods.ordinaryShelf
                add(.putProduct(ProductRow(id: id, category: shelf, titleZh: nil, isListed: nil), by: door()))
            }
        case 7: add(.fillShelf(number(1...3)))
        case 8:
            let id = one(of: [Goods.pan, Goods.coffee])
            let shelf = state.products[id]?.shelf
            add(.putProduct(ProductRow(id: id, category: shelf, titleZh: nil, isListed: false), by: door()))
        default:
            add(
                .pick(
                    one(of: Self.handles), product: one(of: [Goods.pan, Goods.coffee, Goods.box]), slot: number(1...3)))
        }
    }

    private mutating func authority() -> Authority { chance(75) ? .full : .narrowing }

    private mutating func owner() {
        let handle = one(of: Self.handles)
        let others = Self.handles.filter { $0 != handle }
        switch number(1...20) {
        case 1...5:
            let owned = state.purchases.filter { $0.value.row.buyer == handle }.keys.sorted()
            guard !owned.isEmpty else { return }
            let word: ItemWord =
                chance(60) ? .hidden : chance(60) ? .atMost(one(of: AudienceName.allCases)) : .standard
            add(.setItem(handle, one(of: owned), word, with: authority()))
        case 6...7:
            let isOn = chance(70)
            let daysBack = isOn && chance(60) ? number(0...90) : nil
            change(handle, .sharing(isOn, daysBack: daysBack))
        case 8...9: change(handle, .optIn(one(of: ["media-choice", "alcohol"]), chance(70)))
        case 10...12:
            change(
                handle,
                .level(
                    one(of: [.closeFriends, .friends, .friends, .friendsOfFriends, .everyone]),
                    one(of: [.ordinary, .ordinary, .ownerDecides, .coarsen]), one(of: LevelName.allCases)))
        case 13...14:
            let isOn = chance(60)
            change(handle, .privateMode(isOn, hours: isOn && chance(40) ? 24 * number(1...20) : nil))
        case 15...16: change(handle, .close(one(of: others), chance(70)))
        default:
            let other = one(of: others)
            let isBlocked = !(state.people[handle]?.blocks.contains(other) ?? false)
            change(handle, .block(other, isBlocked))
        }
    }

    private mutating func change(_ handle: String, _ change: OwnerChange) {
        add(.change(handle, change, with: authority(), keyed: chance(40)))
    }

    /// Does again, or undoes, what an owner did lately.
    private mutating func revert() {
        let last = steps.suffix(12).compactMap { step -> (String, OwnerChange)? in
            guard case .change(let owner, let change, _, _) = step else { return nil }
            return (owner, change)
        }
        guard !last.isEmpty else { return }
        let (owner, change) = one(of: last)
        let keyed = chance(60)
        switch change {
        case .block(let other, let isBlocked):
            add(.change(owner, .block(other, !isBlocked), with: .full, keyed: keyed))
            add(.change(owner, .block(other, isBlocked), with: .full, keyed: keyed))
        case .close(let friend, _):
            add(.change(owner, .block(friend, true), with: .full, keyed: keyed))
            add(.change(owner, .block(friend, false), with: .full, keyed: keyed))
        case .privateMode(true, _): add(.change(owner, .privateMode(false, hours: nil), with: .full, keyed: keyed))
        case .sharing(let isOn, let days):
            add(.change(owner, .sharing(!isOn, daysBack: isOn ? nil : 30), with: .full, keyed: keyed))
            add(.change(owner, .sharing(isOn, daysBack: days), with: .full, keyed: keyed))
        default: add(.change(owner, change, with: .full, keyed: keyed))
        }
    }

    private mutating func relations() {
        let pairs = Self.handles.flatMap { one in Self.handles.filter { one < $0 }.map { (one, $0) } }
        let (one, other) = self.one(of: pairs)
        switch number(1...10) {
        case 1...4:
            if state.people[one]?.friends[other] == nil {
                add(.befriend(one, other))
            } else {
                add(.unfriend(one, other))
                if chance(60) { add(.befriend(one, other)) }
            }
        case 5...8: add(.putPerson(one, minor: chance(45) ? nil : chance(50), by: door()))
        default:
            // Erasures make a history forget, so there are few.
            guard erasures < 1 else { return add(.putPerson(one, minor: nil, by: door())) }
            erasures += 1
            add(.erase(one, byThemselves: chance(50)))
            add(.putPerson(one, minor: nil, by: .api))
        }
    }

    private mutating func `operator`() {
        switch number(1...10) {
        case 1...2: add(.backUp)
        case 3...4: hasCopy ? add(.restore(asBackup: chance(60))) : add(.backUp)
        case 5...6: add(.restart)
        case 7...8: add(.loadPolicy(one(of: PolicyVariant.allCases), isPermitted: chance(70)))
        case 9: add(.sweep)
        default: add(.reseal)
        }
    }
}
