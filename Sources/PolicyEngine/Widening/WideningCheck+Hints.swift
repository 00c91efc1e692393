import Domain

extension WideningCheck {
    /// A hint that stood out was suppressed; it comes to light when ordinary goods take its form, or when less of what
    /// counts against it is there.
    mutating func checkHints(_ taxonomy: Taxonomy) {
        for known in next.classes where known.tier == .coarsen && former.tier(of: known.code) == .coarsen {
            for audience in Audience.others where joinsOrdinaryGoods(known.code, for: audience) {
                find("ordinary goods take the form of `\(known.id)` for \(audience.name), which may come to light")
            }
        }
        checkDepartments(taxonomy)
    }

    /// Whether goods of a class get into ordinary company somewhere, for every level that an owner can choose for either
    /// tier, and the defaults.
    private func joinsOrdinaryGoods(_ code: ClassCode, for audience: Audience) -> Bool {
        var levels = Level.allCases.flatMap { own in Level.allCases.map { (own: (own, own), ordinary: ($0, $0)) } }
        levels.append(
            (
                (former.defaultLevel(.coarsen, audience), next.defaultLevel(.coarsen, audience)),
                (former.defaultLevel(.ordinary, audience), next.defaultLevel(.ordinary, audience))
            ))
        for context in contexts(audience) {
            func forms(_ policy: Policy) -> (own: Disclosure, ordinary: Disclosure) {
                var (own, ordinary) = (context, context)
                own.classCode = code
                ordinary.classCode = policy.ordinaryClassCode
                return (policy.table.disclosure(own), policy.table.disclosure(ordinary))
            }
            let (before, after) = (forms(former), forms(next))
            for (own, ordinary) in levels {
                let shown = after.own.meet(next.levels.disclosure(own.1))
                guard !shown.isNothing, shown == after.ordinary.meet(next.levels.disclosure(ordinary.1)) else {
                    continue
                }
                let wasAmongOrdinary =
                    before.own.meet(former.levels.disclosure(own.0))
                    == before.ordinary.meet(former.levels.disclosure(ordinary.0))
                if !wasAmongOrdinary { return true }
            }
        }
        return false
    }

    private func contexts(_ audience: Audience) -> [DecisionFacts] {
        Set(former.table.space.ageSteps).union(next.table.space.ageSteps).sorted().flatMap { age in
            (0..<8).map { flags in
                DecisionFacts(
                    kind: .purchase, audience: audience, classCode: .unknown, ageInMonths: age, minor: flags & 1 != 0,
                    isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
            }
        }
    }

    /// Sensitive nodes that are withheld now, in departments where something of tier B remains.
    private mutating func checkDepartments(_ taxonomy: Taxonomy) {
        let (before, after) = (former.classifier(for: taxonomy), next.classifier(for: taxonomy))
        let labels = next.shownLabels(for: taxonomy)
        func department(_ category: Domain.Category) -> UInt32? {
            labels.label(of: category.number, at: .department)
                ?? taxonomy.label(of: category.number, depth: next.labels.department)?.number
        }
        let coarsened = Set(
            taxonomy.categories.filter { next.tier(of: after.classCode(ofCategory: $0.number)) == .coarsen }
                .compactMap(department))
        let withheld = taxonomy.categories.filter { category in
            let tier = former.tier(of: before.classCode(ofCategory: category.number))
            return (tier == .ownerDecides || tier == .coarsen)
                && next.tier(of: after.classCode(ofCategory: category.number)) == .withhold
                && department(category).map(coarsened.contains) ?? false
        }
        if let first = withheld.first {
            find(
                "\(withheld.count) node(s) of the taxonomy, `\(first.id)` among them, no longer count beside goods of tier "
                    + "`coarsen`, which may come to light")
        }
    }
}
