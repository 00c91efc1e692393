public import Domain

/// Finds everything in which a policy may show more than a former one.
///
/// Sound rather than sharp: what cannot be told to show no more counts as showing more.
struct WideningCheck {
    let former: Policy
    let next: Policy
    private(set) var findings: [PolicyWidening] = []

    init(former: Policy, next: Policy, taxonomy: Taxonomy) {
        self.former = former
        self.next = next
        checkClasses()
        checkNodes(of: taxonomy)
        checkLabels(of: taxonomy)
        checkRoots(outside: taxonomy)
        checkTerms()
        checkHints(taxonomy)
        checkLevels()
        checkShop()
        checkNumbers()
        checkRelease()
        checkPrices()
        checkRetention()
    }

    mutating func find(_ sentence: String) {
        findings.append(PolicyWidening(sentence))
    }

    func name(_ code: ClassCode) -> String {
        (next.sensitivityClass(code) ?? former.sensitivityClass(code)).map { "`\($0.id)`" } ?? "unknown goods"
    }

    // MARK: Classes and nodes

    private mutating func checkClasses() {
        compare(.unknown, .unknown)
        for known in former.classes {
            let (before, after) = (known.tier, next.tier(of: known.code))
            if after < before { find("the tier of `\(known.id)` falls from `\(before.name)` to `\(after.name)`") }
            if before == .ownerDecides, after == .coarsen {
                find("the tier of `\(known.id)` rises to `\(after.name)`, for which somebody may have chosen more")
            }
            compare(known.code, known.code)
        }
        // Goods of a class that the former policy did not have were withheld.
        for known in next.classes where former.sensitivityClass(known.code) == nil && known.tier != .withhold {
            find("`\(known.id)` is a class now, of tier `\(known.tier.name)`")
            compare(known.code, known.code)
        }
    }

    /// Goods that move from one class to another, by the node of the taxonomy that they lie under.
    private mutating func checkNodes(of taxonomy: Taxonomy) {
        let (before, after) = (former.classifier(for: taxonomy), next.classifier(for: taxonomy))
        var moves: [Move: (count: Int, example: String)] = [:]
        for category in taxonomy.categories {
            let move = Move(
                from: before.classCode(ofCategory: category.number), to: after.classCode(ofCategory: category.number))
            if move.from != move.to { moves[move, default: (0, category.id)].count += 1 }
        }
        for (move, found) in moves.sorted(by: { $0.value.example < $1.value.example }) {
            checkMove(move, "\(found.count) node(s) of the taxonomy, `\(found.example)` among them,")
        }
    }

    private struct Move: Hashable {
        let from: ClassCode
        let to: ClassCode
    }

    private mutating func checkMove(_ move: Move, _ goods: String) {
        let (before, after) = (former.tier(of: move.from), next.tier(of: move.to))
        let classes = "from \(name(move.from)) to \(name(move.to))"
        if after < before {
            find("\(goods) move \(classes), from tier `\(before.name)` to `\(after.name)`")
        } else if before != .ordinary, after != .withhold {
            // Whoever opted in to the one class did not opt in to these goods.
            find("\(goods) move \(classes), which somebody may have opted in to")
        } else {
            compare(move.from, move.to)
        }
    }

    /// Compares every cell of a class with every cell of the class that its goods are in now.
    private mutating func compare(_ from: ClassCode, _ to: ClassCode) {
        let ages = Set(former.table.space.ageSteps).union(next.table.space.ageSteps).sorted()
        for kind in ActivityKind.allCases {
            for audience in Audience.others {
                var facts = DecisionFacts(kind: kind, audience: audience, classCode: from)
                for (age, flags) in ages.flatMap({ age in (0..<8).map { (age, $0) } }) {
                    facts.ageInMonths = age
                    (facts.minor, facts.isPrivate, facts.thirdParty) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0)
                    facts.classCode = from
                    let before = former.table.disclosure(facts)
                    facts.classCode = to
                    let after = next.table.disclosure(facts)
                    guard !after.isAtMost(before) else { continue }
                    find(
                        "\(audience.name) get \(after.notation) of \(kind) activities of \(name(to)), "
                            + "where they got \(before.notation)")
                    break
                }
            }
        }
    }

    /// A label that does not lie at or above the former one tells something that was not told.
    ///
    /// Of a node that is withheld no label is shown, as long as nothing that is withheld is disclosed to others.
    private mutating func checkLabels(of taxonomy: Taxonomy) {
        if next.classifies(like: former), next.labels == former.labels { return }
        let (before, after) = (former.shownLabels(for: taxonomy), next.shownLabels(for: taxonomy))
        let classifier = next.classifier(for: taxonomy)
        let withholds = disclosesNothingWithheld
        var count = 0
        var example: (category: Domain.Category, label: UInt32)?
        for category in taxonomy.categories {
            // The class that a good has now is at least that of its node: a purchase and a title can only raise it.
            if withholds, next.tier(of: classifier.classCode(ofCategory: category.number)) == .withhold { continue }
            let isOther = [ProductPrecision.category, .department].contains { precision in
                guard let label = after.label(of: category.number, at: precision) else { return false }
                let former = before.label(of: category.number, at: precision)
                let isAbove = former.map { taxonomy.lineage(of: $0).contains { $0.number == label } } ?? false
                if !isAbove, example == nil { example = (category, label) }
                return !isAbove
            }
            if isOther { count += 1 }
        }
        guard let example, let label = taxonomy.category(number: example.label) else { return }
        find(
            "\(count) node(s) of the taxonomy are shown under another label, such as `\(example.category.id)` under "
                + "`\(label.id)`")
    }

    /// Whether the next policy discloses nothing to others of any class of tier A, nor of goods of no known class.
    private var disclosesNothingWithheld: Bool {
        let space = next.table.space
        return space.classCodes.allSatisfy { code in
            guard next.tier(of: code) == .withhold else { return true }
            return ActivityKind.allCases.allSatisfy { kind in
                Audience.others.allSatisfy { audience in
                    var facts = DecisionFacts(kind: kind, audience: audience, classCode: code)
                    return space.ageSteps.allSatisfy { age in
                        facts.ageInMonths = age
                        return (0..<8).allSatisfy { flags in
                            (facts.minor, facts.isPrivate) = (flags & 1 != 0, flags & 2 != 0)
                            facts.thirdParty = flags & 4 != 0
                            return next.table.disclosure(facts).isNothing
                        }
                    }
                }
            }
        }
    }

    // MARK: Terms

    /// Roots that the taxonomy does not have: what they decide cannot be seen here.
    private mutating func checkRoots(outside taxonomy: Taxonomy) {
        func roots(_ policy: Policy) -> [String: ClassCode] {
            Dictionary(
                policy.roots.filter { taxonomy.category(id: $0.node) == nil }.map { ($0.node, $0.classCode) }
            ) { first, _ in first }
        }
        let (before, after) = (roots(former), roots(next))
        for node in Set(before.keys).union(after.keys).sorted() where before[node] != after[node] {
            find("the root `\(node)`, which the taxonomy at hand does not have, is another one")
        }
    }

    /// Every phrase must still raise to the same class or to tier A, with no more exceptions than before.
    private mutating func checkTerms() {
        for term in former.terms {
            let english = lost(term, term.english, \.english)
            let chinese = lost(term, term.chinese, \.chinese)
            for phrase in english + chinese {
                find("titles with `\(phrase)` are no longer sure to be raised to \(name(term.classCode))")
            }
        }
        // Goods of tier C that a title raises to tier B are shown to whom that class was opted in for.
        for term in next.terms where next.tier(of: term.classCode) == .coarsen {
            for phrase in gained(term, \.english) + gained(term, \.chinese) {
                find(
                    "titles with `\(phrase)` are raised to \(name(term.classCode)), which somebody may have opted in to"
                )
            }
        }
    }

    /// Phrases that no entry of the former policy raised as far, with as few exceptions.
    private func gained(_ term: Term, _ list: KeyPath<Term, [String]>) -> [String] {
        let candidates = former.terms.filter { other in
            (other.classCode == term.classCode && former.tier(of: other.classCode) == .coarsen
                || former.tier(of: other.classCode) == .withhold)
                && Set(other.exceptEnglish).isSubset(of: term.exceptEnglish)
                && Set(other.exceptChinese).isSubset(of: term.exceptChinese)
        }
        let known = Set(candidates.flatMap { $0[keyPath: list] })
        return term[keyPath: list].filter { !known.contains($0) }
    }

    private func lost(_ term: Term, _ phrases: [String], _ list: KeyPath<Term, [String]>) -> [String] {
        let candidates = next.terms.filter { other in
            (other.classCode == term.classCode || next.tier(of: other.classCode) == .withhold)
                && Set(other.exceptEnglish).isSubset(of: term.exceptEnglish)
                && Set(other.exceptChinese).isSubset(of: term.exceptChinese)
        }
        let kept = Set(candidates.flatMap { $0[keyPath: list] })
        return phrases.filter { !kept.contains($0) }
    }
}

extension Policy {
    /// Everything in which this policy may show more than a former one, on a taxonomy; empty when it surely shows no more.
    ///
    /// Compares every cell of the tables, the tier of every node, title terms, levels and defaults, thresholds, release
    /// and price bands. Consents keep what they were given under, whatever is found.
    public func widenings(over former: Policy, taxonomy: Taxonomy) -> [PolicyWidening] {
        if revision == former.revision { return [] }
        return WideningCheck(former: former, next: self, taxonomy: taxonomy).findings
    }
}
