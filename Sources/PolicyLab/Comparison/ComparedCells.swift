import Domain
import PolicyEngine

/// Every combination of facts that the rules of two policies can tell apart, with the owner's opting in.
///
/// The classes and ages are those of both, so that what only one of them knows is compared as well.
struct ComparedCells {
    /// What a cell differs from others in.
    enum Side: Int, CaseIterable {
        case kind, audience, classCode, optedIn, age, minor, isPrivate, thirdParty
    }

    /// What is asked of both policies in a cell.
    struct Question: Hashable {
        var facts: DecisionFacts
        var isOptedIn: Bool
    }

    /// Beginning with `unknown`, the rest in rising order of their codes.
    let classCodes: [ClassCode]
    /// Beginning with 0, rising.
    let ages: [Int]
    /// How many values each side has.
    let sizes: [Int]

    init(_ old: Policy, _ new: Policy) {
        let spaces = [old.table.space, new.table.space]
        let known = Set(spaces.flatMap(\.classCodes)).subtracting([.unknown])
        classCodes = [.unknown] + known.sorted { $0.rawValue < $1.rawValue }
        ages = Set(spaces.flatMap(\.ageSteps)).sorted()
        sizes = [ActivityKind.allCases.count, Audience.allCases.count, classCodes.count, 2, ages.count, 2, 2, 2]
    }

    var count: Int { sizes.reduce(1, *) }

    func question(_ cell: Int) -> Question {
        var rest = cell
        var values = [Int](repeating: 0, count: sizes.count)
        for side in sizes.indices.reversed() {
            values[side] = rest % sizes[side]
            rest /= sizes[side]
        }
        func value(_ side: Side) -> Int { values[side.rawValue] }
        return Question(
            facts: DecisionFacts(
                kind: ActivityKind.allCases[value(.kind)], audience: Audience.allCases[value(.audience)],
                classCode: classCodes[value(.classCode)], ageInMonths: ages[value(.age)], minor: value(.minor) == 1,
                isPrivate: value(.isPrivate) == 1, thirdParty: value(.thirdParty) == 1),
            isOptedIn: value(.optedIn) == 1)
    }
}

extension Policy {
    /// The most that an owner can consent to.
    ///
    /// Purchases of other tiers than ordinary need their class opted in, and tier A cannot be; a class that this policy
    /// does not have is tier A here.
    func decision(_ question: ComparedCells.Question) -> Disclosure {
        let facts = question.facts
        let allowed = table.disclosure(facts)
        if facts.audience == .owner || facts.kind != .purchase { return allowed }
        switch tier(of: facts.classCode) {
        case .ordinary: return allowed
        case .ownerDecides, .coarsen: return question.isOptedIn ? allowed : .nothing
        case .withhold: return .nothing
        }
    }
}
