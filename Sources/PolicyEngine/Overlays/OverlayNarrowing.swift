import Domain

/// Whether an overlay discloses nothing that was not disclosed without it: checked in every cell, at every node.
struct OverlayNarrowing {
    let file: OverlayFile
    let before: PolicyContent
    let after: PolicyContent
    let taxonomy: Taxonomy?
    let diagnostics: Diagnostics
    private let tables: (before: DecisionTable, after: DecisionTable)
    private let tiers: (before: [ClassCode: Tier], after: [ClassCode: Tier])

    static let permission = "`mayWiden: true` with a `reason`, or what only narrows"

    init(
        file: OverlayFile, before: PolicyContent, after: PolicyContent, taxonomy: Taxonomy?, diagnostics: Diagnostics
    ) {
        self.file = file
        self.before = before
        self.after = after
        self.taxonomy = taxonomy
        self.diagnostics = diagnostics
        // One space for both, so that cells of the same number are about the same case.
        let space = DecisionSpace(
            classCodes: after.tiers.keys, ageSteps: (before.rules + after.rules).compactMap(\.condition.minimumAge))
        tiers = (before.tiers, after.tiers)
        tables = (
            DecisionTable(space: space, rules: before.rules, tiers: tiers.before),
            DecisionTable(space: space, rules: after.rules, tiers: tiers.after)
        )
    }

    func check() {
        checkClasses()
        checkRoots()
        checkTerms()
    }

    /// A class that the policy has may be given no further than before.
    private func checkClasses() {
        let places = Dictionary(file.tiers.map { ($0.classCode, $0.location) }) { first, _ in first }
        var isTold = false
        for sensitivity in before.classes {
            guard let example = widening(from: sensitivity.code, to: sensitivity.code) else { continue }
            let place = places[sensitivity.code]
            // What is no change of a tier has one cause for all classes.
            if place == nil, isTold { continue }
            if place == nil { isTold = true }
            report("the overlay widens `\(sensitivity.id)`", example, at: place ?? file.overlay.location)
        }
    }

    /// A node that gets another class may be given no further than before, nor by consent to something else.
    private func checkRoots() {
        let open = file.roots.filter { tier(after: $0.root.classCode) != .withhold }
        guard let first = open.first else { return }
        guard let taxonomy else {
            diagnostics.report(
                "without the taxonomy it cannot be told whether this root only narrows", at: first.location,
                expected: "a class of tier `withhold`, or the taxonomy")
            return
        }
        let old = Classifier(taxonomy: taxonomy, roots: before.roots, terms: [], tiers: tiers.before)
        let new = Classifier(taxonomy: taxonomy, roots: after.roots, terms: [], tiers: tiers.after)
        let places = Dictionary(file.roots.map { ($0.root.node, $0.location) }) { first, _ in first }
        var seen: Set<[ClassCode]> = []
        for category in taxonomy.categories {
            let (former, latter) = (
                old.classCode(ofCategory: category.number), new.classCode(ofCategory: category.number)
            )
            guard former != latter, seen.insert([former, latter]).inserted else { continue }
            let place = taxonomy.lineage(of: category.number).lazy.compactMap { places[$0.id] }.first
            checkMove(of: "the node `\(category.id)`", former, latter, at: place ?? first.location)
        }
    }

    /// A term may hit whatever is laxer than its class.
    private func checkTerms() {
        for (term, place) in file.terms {
            let tier = tier(after: term.classCode)
            for sensitivity in before.classes
            where sensitivity.code != term.classCode && sensitivity.tier <= tier && sensitivity.tier != .withhold {
                let count = diagnostics.reported.count
                checkMove(of: "what a term hits", sensitivity.code, term.classCode, at: place)
                if diagnostics.reported.count > count { break }
            }
        }
    }

    private func checkMove(of what: String, _ former: ClassCode, _ latter: ClassCode, at place: SourceLocation) {
        let (was, becomes) = (tiers.before[former] ?? .withhold, tier(after: latter))
        if becomes == .withhold { return }
        let names = (name(former), name(latter))
        if becomes < was {
            diagnostics.report(
                "\(what) falls from `\(names.0)` of tier `\(was.name)` to `\(names.1)` of tier `\(becomes.name)`",
                at: place, expected: Self.permission)
        } else if was != .ordinary, tiers.before[latter] != nil {
            diagnostics.report(
                "\(what) goes from `\(names.0)` to `\(names.1)`, and whoever opted in the second one only would share it",
                at: place, expected: "a class of tier `withhold`, or one that the overlay brings")
        } else if let example = widening(from: former, to: latter) {
            report("\(what) goes from `\(names.0)` to `\(names.1)`", example, at: place)
        }
    }

    private func tier(after code: ClassCode) -> Tier {
        tiers.after[code] ?? .withhold
    }

    private func name(_ code: ClassCode) -> String {
        after.classes.first { $0.code == code }?.id ?? "unknown"
    }

    /// The first case, closest audience first, in which the latter class discloses what the former did not.
    private func widening(from former: ClassCode, to latter: ClassCode) -> Widening? {
        let space = tables.after.space
        let ages = space.ageSteps
        for audience in Audience.others {
            for kind in ActivityKind.allCases {
                for age in ages {
                    for flags in 0..<DecisionSpace.flagCount {
                        var facts = DecisionFacts(
                            kind: kind, audience: audience, classCode: former, ageInMonths: age,
                            minor: flags & 1 != 0, isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
                        guard facts.arePossible else { continue }
                        let was = tables.before.disclosure(facts)
                        facts.classCode = latter
                        let becomes = tables.after.disclosure(facts)
                        if !becomes.isAtMost(was) { return Widening(facts: facts, before: was, after: becomes) }
                    }
                }
            }
        }
        return nil
    }

    private struct Widening {
        let facts: DecisionFacts
        let before: Disclosure
        let after: Disclosure
    }

    private func report(_ what: String, _ widening: Widening, at place: SourceLocation) {
        diagnostics.report(
            "\(what): of a `\(Vocabulary.kinds.word(for: widening.facts.kind))`, "
                + "`\(widening.facts.audience.name)` would see `\(widening.after.notation)` "
                + "instead of `\(widening.before.notation)`",
            at: place, expected: Self.permission)
    }
}
