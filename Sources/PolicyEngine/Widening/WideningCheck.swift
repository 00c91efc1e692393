public import Domain

/// Finds everything in which a policy may show more than a former one.
///
/// Sound rather than sharp: what cannot be told to show no more counts as showing more.
struct WideningCheck {
    private let former: Policy
    private let next: Policy
    private(set) var findings: [PolicyWidening] = []

    init(former: Policy, next: Policy, taxonomy: Taxonomy) {
        self.former = former
        self.next = next
        checkClasses()
        checkNodes(of: taxonomy)
        checkTerms()
        checkLevels()
        checkNumbers()
        checkPrices()
    }

    private mutating func find(_ sentence: String) {
        findings.append(PolicyWidening(sentence))
    }

    private func name(_ code: ClassCode) -> String {
        (next.sensitivityClass(code) ?? former.sensitivityClass(code)).map { "`\($0.id)`" } ?? "unknown goods"
    }

    // MARK: Classes and nodes

    private mutating func checkClasses() {
        compare(.unknown, .unknown)
        for known in former.classes {
            let (before, after) = (known.tier, next.tier(of: known.code))
            if after < before { find("the tier of `\(known.id)` falls from `\(before.name)` to `\(after.name)`") }
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

    // MARK: Terms

    /// Every phrase must still raise to the same class or to tier A, with no more exceptions than before.
    private mutating func checkTerms() {
        for term in former.terms {
            let english = lost(term, term.english, \.english)
            let chinese = lost(term, term.chinese, \.chinese)
            for phrase in english + chinese {
                find("titles with `\(phrase)` are no longer sure to be raised to \(name(term.classCode))")
            }
        }
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

    // MARK: Levels and numbers

    private mutating func checkLevels() {
        for level in Level.allCases {
            let (before, after) = (former.levels.disclosure(level), next.levels.disclosure(level))
            if !after.isAtMost(before) {
                find("the level `\(level.rawValue)` discloses \(after.notation), it was \(before.notation)")
            }
        }
        for setting in Consent.Setting.all {
            let before = former.levels.disclosure(former.defaultLevel(setting.tier, setting.audience))
            let after = next.levels.disclosure(next.defaultLevel(setting.tier, setting.audience))
            if !after.isAtMost(before) {
                find(
                    "the default for \(setting.audience.name) and \(setting.tier.name) goods is \(after.notation), "
                        + "it was \(before.notation)")
            }
        }
        for tier in next.shop.pickable.subtracting(former.shop.pickable).sorted() {
            find("goods of tier `\(tier.name)` can be picked")
        }
    }

    private mutating func checkNumbers() {
        checkNotBelow("`preimage.goods`", former.preimageGoods, next.preimageGoods)
        checkNotBelow("`k`", former.k, next.k)
        checkNotBelow("`telling.ordinaryShare`", former.telling.ordinaryShare, next.telling.ordinaryShare)
        checkNotBelow("`telling.ordinaryCount`", former.telling.ordinaryCount, next.telling.ordinaryCount)
        checkNotAbove("`telling.classShare`", former.telling.classShare, next.telling.classShare)
        checkNotAbove("the depth of department labels", former.labels.department, next.labels.department)
        checkNotAbove("the depth of category labels", former.labels.category, next.labels.category)
        checkNotBelow("`raiseHold`", former.release.raiseHold, next.release.raiseHold)
        checkNotBelow("the length of the epoch", Int(former.release.epoch.rawValue), Int(next.release.epoch.rawValue))
        for size in TimeBucket.Size.allCases {
            checkNotBelow(
                "`settle.\(size)`", former.release.settleHours[size] ?? 0, next.release.settleHours[size] ?? 0)
        }
    }

    private mutating func checkNotBelow(_ name: String, _ before: Int, _ after: Int) {
        guard after < before else { return }
        find("\(name) falls from \(before) to \(after)")
    }

    private mutating func checkNotAbove(_ name: String, _ before: Int, _ after: Int) {
        guard after > before else { return }
        find("\(name) rises from \(before) to \(after)")
    }

    /// A band must not be cut where it was whole.
    private mutating func checkPrices() {
        let listed = Set(former.priceBands.edgesByCurrency.keys).union(next.priceBands.edgesByCurrency.keys).sorted()
        // Currencies of every number of decimals stand for those that are not listed.
        let currencies = listed + ["XTS", "JPY", "KWD", "CLF"].filter { !listed.contains($0) }
        for currency in currencies.compactMap({ Currency($0) }) {
            let cuts = Set(next.priceBands.edges(of: currency)).subtracting(former.priceBands.edges(of: currency))
            if !cuts.isEmpty {
                let list = cuts.sorted().map(String.init).joined(separator: ", ")
                find("the price bands of `\(currency.code)` are cut at \(list)")
            }
        }
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
