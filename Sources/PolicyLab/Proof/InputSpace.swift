import Disclosure
import Domain
import PolicyEngine

/// Every input that a policy can tell apart, numbered from 0.
///
/// Purchases have settings; of everything else only a block matters.
struct InputSpace {
    /// As the policy orders them, and `unknown` last.
    let classes: [ClassCode]
    /// The youngest age of every stretch in which nothing changes.
    let ages: [Int]
    let purchases: InputBlock
    let others: InputBlock

    static let levels: [Level?] = [nil] + Level.allCases
    static let visibilities = ItemVisibility.widestFirst

    init(policy: Policy, ages: some Sequence<Int>) {
        classes = policy.classes.map(\.code) + [.unknown]
        self.ages = Set(policy.table.space.ageSteps).union(ages).union([0]).sorted()
        let facts = [classes.count, self.ages.count, Audience.allCases.count, 2, 2, 2]
        purchases = InputBlock(
            base: 0, kinds: [.purchase],
            sizes: [1] + facts + [2, 2, Self.levels.count, Self.visibilities.count, 2])
        let kinds = ActivityKind.allCases.filter { $0 != .purchase }
        others = InputBlock(base: purchases.count, kinds: kinds, sizes: [kinds.count] + facts + [1, 1, 1, 1, 2])
    }

    var count: Int { purchases.count + others.count }
    var blocks: [InputBlock] { [purchases, others] }

    func block(of index: Int) -> InputBlock { index < others.base ? purchases : others }

    func input(_ index: Int) -> ProofInput {
        let block = block(of: index)
        func value(_ axis: InputAxis) -> Int { block.value(axis, of: index) }
        return ProofInput(
            facts: DecisionFacts(
                kind: block.kinds[value(.kind)], audience: Audience.allCases[value(.audience)],
                classCode: classes[value(.classCode)], ageInMonths: ages[value(.age)], minor: value(.minor) == 1,
                isPrivate: value(.isPrivate) == 1, thirdParty: value(.thirdParty) == 1),
            sharing: value(.sharing) == 1, isOptedIn: value(.optedIn) == 1, level: Self.levels[value(.level)],
            visibility: Self.visibilities[value(.override)], isBlocked: value(.blocked) == 1)
    }

    /// How far from the simplest input one is, as a number that orders them.
    ///
    /// Fewest flags first, then youngest, then nearest to what owners start with, then closest audience, then the first
    /// class and kind.
    func complexity(of index: Int) -> Int {
        let block = block(of: index)
        let flags = [InputAxis.minor, .isPrivate, .thirdParty].reduce(0) { $0 + block.value($1, of: index) }
        let order: [InputAxis] = [
            .age, .override, .blocked, .level, .optedIn, .sharing, .audience, .classCode, .kind,
            .minor, .isPrivate, .thirdParty,
        ]
        return order.reduce(flags) { partial, axis in
            // The kinds of both blocks in one: purchases come first.
            let isKindOfOthers = axis == .kind && block.base > 0
            let size = axis == .kind ? ActivityKind.allCases.count : purchases.sizes[axis.rawValue]
            return partial * size + block.value(axis, of: index) + (isKindOfOthers ? 1 : 0)
        }
    }
}
