import Domain
import PolicyEngine

/// The settings that make a difference to what one audience sees under one label.
///
/// A level makes none where it gives every class under the label what the level below gives it, and an opt-in makes
/// none where the class has no leaf under the label; both are left out, and nothing is lost.
struct TellingSettings: Hashable {
    /// What a level gives to each class under the label, by its position in `classes`; others have 0, which is nothing.
    struct Step: Hashable {
        let level: Level
        let forms: [UInt8]
    }

    /// One choice of each setting: a step for each tier, and the classes that are opted in.
    struct State: Hashable {
        var ordinary: Int
        var ownerDecides: Int
        var coarsen: Int
        /// A bit for every position that is opted in.
        var optedIn: UInt64
    }

    static let tiers: [Tier] = [.ordinary, .ownerDecides, .coarsen]

    let audience: Audience
    /// Rising, by tier as in `tiers`.
    let steps: [[Step]]
    /// The positions of classes that need an opt-in and show something once they have it.
    let optional: [Int]

    static func == (left: TellingSettings, right: TellingSettings) -> Bool {
        left.steps == right.steps && left.optional == right.optional
    }

    func hash(into hasher: inout Hasher) { hasher.combine(steps) }

    /// Those of every audience, age and flag in which a class of tier B is shown at all, without repetition.
    static func all(under label: TellingLabel, _ subject: ProofSubject) -> [TellingSettings] {
        let space = subject.space
        var known: Set<TellingSettings> = []
        var all: [TellingSettings] = []
        for flags in 0..<8 {
            for audience in Audience.others {
                for age in space.ages.indices {
                    let settings = TellingSettings(
                        label, subject, audience: audience, age: age, flags: [flags & 1, flags >> 1 & 1, flags >> 2])
                    let isShown = settings.steps[2].contains { $0.forms.contains { $0 != 0 } }
                    if isShown, known.insert(settings).inserted { all.append(settings) }
                }
            }
        }
        return all
    }

    private init(_ label: TellingLabel, _ subject: ProofSubject, audience: Audience, age: Int, flags: [Int]) {
        self.audience = audience
        let block = subject.space.purchases
        steps = Self.tiers.map { tier in
            var steps: [Step] = []
            for (position, level) in InputSpace.levels.enumerated() {
                guard let level else { continue }
                let forms = label.classes.indices.map { index -> UInt8 in
                    guard label.tiers[index] == tier else { return 0 }
                    let values =
                        [0, label.classes[index], age, Int(audience.rawValue)] + flags + [1, 1, position, 0, 0]
                    return subject.decisions.positions[zip(values, block.strides).reduce(0) { $0 + $1.0 * $1.1 }]
                }
                if forms != steps.last?.forms { steps.append(Step(level: level, forms: forms)) }
            }
            return steps
        }
        let shown = steps.dropFirst().flatMap { $0 }
        optional = label.classes.indices.filter { index in
            label.tiers[index] != .ordinary && shown.contains { $0.forms[index] != 0 }
        }
    }

    /// Every state, the fewest opt-ins first.
    ///
    /// Of more than twelve classes under one label not every set is tried but those of at most two and of all but at
    /// most two: the share of one class is greatest where it stands beside no other but the one asked about, and that
    /// of ordinary goods smallest where all are opted in.
    var states: [State] {
        optIns.flatMap { optedIn in
            steps[0].indices.flatMap { ordinary in
                steps[1].indices.flatMap { ownerDecides in
                    steps[2].indices.map { coarsen in
                        State(ordinary: ordinary, ownerDecides: ownerDecides, coarsen: coarsen, optedIn: optedIn)
                    }
                }
            }
        }
    }

    private var optIns: [UInt64] {
        let bits = optional.map { UInt64(1) << UInt64($0) }
        guard bits.count > 12 else {
            return (0..<1 << bits.count).map { set in
                bits.indices.reduce(0) { $0 | (set >> $1 & 1 == 1 ? bits[$1] : 0) }
            }.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        }
        let pairs = bits.flatMap { left in bits.map { left | $0 } }
        let few = Set(pairs + [0])
        let all = bits.reduce(0, |)
        return few.union(few.map { all & ~$0 }).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    }

    /// What each class discloses in a state, by position.
    func forms(_ state: State) -> [UInt8] {
        let ordinary = steps[0][state.ordinary].forms
        let ownerDecides = steps[1][state.ownerDecides].forms
        let coarsen = steps[2][state.coarsen].forms
        return ordinary.indices.map { index in
            let isOptedIn = state.optedIn >> UInt64(index) & 1 == 1
            return ordinary[index] + (isOptedIn ? ownerDecides[index] + coarsen[index] : 0)
        }
    }

    /// Every state that one setting narrowed by one step leads to.
    func narrower(_ state: State) -> [State] {
        var narrower: [State] = []
        for path in [\State.ordinary, \.ownerDecides, \.coarsen] where state[keyPath: path] > 0 {
            var next = state
            next[keyPath: path] -= 1
            narrower.append(next)
        }
        for index in optional where state.optedIn >> UInt64(index) & 1 == 1 {
            var next = state
            next.optedIn &= ~(1 << UInt64(index))
            narrower.append(next)
        }
        return narrower
    }
}
