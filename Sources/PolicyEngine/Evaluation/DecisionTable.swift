public import Domain

/// A policy's rules, multiplied out: a handful of small integers in, a disclosure out.
///
/// Self-contained: it holds the classes and ages that it tells apart, so that a stored revision can still be asked.
public struct DecisionTable: Sendable, Equatable {
    public let space: DecisionSpace
    /// `Disclosure.code` by cell.
    // INVARIANT: each is a disclosure in normal form.
    let cells: [UInt16]
    /// By code, so that deciding takes no decoding.
    private static let disclosures = (0..<1024).map { Disclosure(code: $0) ?? .nothing }

    init(space: DecisionSpace, cells: [UInt16]) {
        self.space = space
        self.cells = cells
    }

    /// Goes over the rules, not over the cells, so that it shares no logic with the plain evaluator.
    init(space: DecisionSpace, rules: [Rule], tiers: [ClassCode: Tier]) {
        var decisions = [Disclosure](repeating: .nothing, count: space.cellCount)
        for rule in rules where rule.effect == .grant {
            Self.forEachCell(of: rule, in: space, tiers) { decisions[$0] = decisions[$0].join(rule.disclosure) }
        }
        for cell in decisions.indices { decisions[cell] = decisions[cell].normalized }
        for rule in rules where rule.effect == .limit {
            Self.forEachCell(of: rule, in: space, tiers) { decisions[$0] = decisions[$0].meet(rule.disclosure) }
        }
        self.init(space: space, cells: decisions.map(\.code))
    }

    /// What the rules disclose, in normal form; `nothing` where they are silent.
    public func disclosure(_ facts: DecisionFacts) -> Disclosure {
        Self.disclosures[Int(cells[space.cell(of: facts)])]
    }

    /// What the rules disclose in a cell of the space.
    public func disclosure(inCell cell: Int) -> Disclosure {
        Self.disclosures[Int(cells[cell])]
    }

    /// Visits the box of cells in which a rule matches.
    private static func forEachCell(
        of rule: Rule, in space: DecisionSpace, _ tiers: [ClassCode: Tier], _ visit: (Int) -> Void
    ) {
        let condition = rule.condition
        let kinds = condition.kinds.map(Array.init) ?? ActivityKind.allCases
        let audiences =
            switch (rule.effect, condition.audience) {
            case (_, nil): Audience.allCases
            case (.grant, let farthest?): Audience.allCases.filter { $0 <= farthest }
            case (.limit, let closest?): Audience.allCases.filter { $0 >= closest }
            }
        let columns = space.classCodes.indices.filter { column in
            let code = space.classCodes[column]
            return condition.classes?.contains(code) ?? true
                && condition.tiers?.contains(tiers[code] ?? .withhold) ?? true
        }
        let steps = space.ageSteps.indices.filter { space.ageSteps[$0] >= condition.minimumAge ?? 0 }
        let required = (condition.minor ? 1 : 0) | (condition.isPrivate ? 2 : 0) | (condition.thirdParty ? 4 : 0)
        let flags = (0..<DecisionSpace.flagCount).filter { $0 & required == required }
        for column in columns {
            for step in steps {
                for audience in audiences {
                    for kind in kinds {
                        for flag in flags {
                            visit(space.cell(column: column, step: step, audience: audience, kind: kind, flags: flag))
                        }
                    }
                }
            }
        }
    }
}
