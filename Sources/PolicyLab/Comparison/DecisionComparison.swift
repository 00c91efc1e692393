import Domain
import PolicyEngine

/// Compares what two policies decide, cell by cell.
struct DecisionComparison {
    private struct Change: Hashable {
        let before: Disclosure
        let after: Disclosure
    }

    let old: Policy
    let new: Policy
    let space: ComparedCells

    init(old: Policy, new: Policy) {
        self.old = old
        self.new = new
        space = ComparedCells(old, new)
    }

    /// The differences, the widening ones first, larger ones before smaller ones.
    func differences() -> [DecisionDifference] {
        var changes: [Change: [Int]] = [:]
        for cell in 0..<space.count {
            let question = space.question(cell)
            let change = Change(before: old.decision(question), after: new.decision(question))
            if change.before != change.after { changes[change, default: []].append(cell) }
        }
        let cover = BoxCover(sizes: space.sizes)
        return changes.flatMap { change, cells in
            cover.boxes(covering: cells).map { difference(change, $0, cells: cover.cells(of: $0)) }
        }.sorted(by: Self.comesFirst)
    }

    private static func comesFirst(_ left: DecisionDifference, _ right: DecisionDifference) -> Bool {
        let order = [Direction.wider, .mixed, .narrower, .neutral]
        func key(_ difference: DecisionDifference) -> (Int, Int, String) {
            (
                order.firstIndex(of: difference.direction) ?? 0, -difference.cells,
                "\(difference.before) \(difference.after) \(difference.subject)"
            )
        }
        return key(left) < key(right)
    }

    private func difference(_ change: Change, _ box: BoxCover.Box, cells: [Int]) -> DecisionDifference {
        func values<Value>(_ side: ComparedCells.Side, of all: [Value]) -> [Value] {
            box[side.rawValue].map { all[$0] }
        }
        func only(_ side: ComparedCells.Side) -> Bool? {
            box[side.rawValue].count == 1 ? box[side.rawValue] == [1] : nil
        }
        let names = ClassNames(old, new)
        let codes = values(.classCode, of: space.classCodes)
        let questions = Set(cells.map { space.question($0).facts })
        return DecisionDifference(
            direction: Direction(from: change.before, to: change.after),
            kinds: values(.kind, of: ActivityKind.allCases).map { "\($0)" },
            audiences: values(.audience, of: Audience.allCases).map(\.name), classes: codes.map(names.name).sorted(),
            ages: spans(box[ComparedCells.Side.age.rawValue]), isOptedIn: only(.optedIn), madeAsMinor: only(.minor),
            madeInPrivate: only(.isPrivate), thirdParty: only(.thirdParty), cells: cells.count,
            before: change.before.notation, after: change.after.notation,
            rulesBefore: old.determiningRules(of: questions), rulesAfter: new.determiningRules(of: questions),
            classWords: names.words(for: codes, among: space.classCodes))
    }

    /// Neighbouring steps of age put together.
    private func spans(_ steps: [Int]) -> [DecisionDifference.AgeSpan] {
        var runs: [ClosedRange<Int>] = []
        for step in steps {
            if let last = runs.last, last.upperBound + 1 == step {
                runs[runs.count - 1] = last.lowerBound...step
            } else {
                runs.append(step...step)
            }
        }
        return runs.map { run in
            let next = run.upperBound + 1
            return DecisionDifference.AgeSpan(
                from: space.ages[run.lowerBound], to: next < space.ages.count ? space.ages[next] - 1 : nil)
        }
    }
}
