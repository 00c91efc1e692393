import Domain
import PolicyEngine

/// What must be true whatever a good's title says.
struct TermProofs {
    private struct Title {
        let text: String
        let localized: LocalizedText
    }

    let subject: ProofSubject

    /// Every text of every term on a node of every tier, and every term on a node of every class.
    ///
    /// A title acts on a category through the class of its root alone, and `ancestryDecides` proves that class for
    /// every node.
    func termsOnlyRaise() -> Finding {
        var finding = Finding()
        let policy = subject.policy
        let classifier = policy.classifier(for: subject.taxonomy)
        var classes: Set<ClassCode> = []
        var tiers: Set<Tier> = []
        for (position, category) in subject.taxonomy.categories.enumerated() {
            guard let code = subject.tree.roots[position]?.classCode, classes.insert(code).inserted else { continue }
            let isFirstOfTier = tiers.insert(policy.tier(of: code)).inserted
            for term in policy.terms {
                let titles = Self.titles(term)
                for (number, title) in titles.enumerated() where isFirstOfTier || number == 0 {
                    for brand in [nil, title.text] {
                        finding.cases += 1
                        let found = classifier.classCode(
                            category: category.id, title: brand == nil ? title.localized : .init(en: nil, zh: nil),
                            brand: brand)
                        let isRaised = policy.tier(of: found) > policy.tier(of: code)
                        guard finding.counterexample == nil, found != code, !isRaised else { continue }
                        finding.counterexample = counterexample(title.text, category, code, found)
                    }
                }
            }
        }
        return finding
    }

    /// Without a category that the taxonomy has, no title makes a good anything but withheld.
    func unclassifiedIsWithheld() -> Finding {
        var finding = Finding()
        let policy = subject.policy
        let classifier = policy.classifier(for: subject.taxonomy)
        let ids = Set(subject.taxonomy.categories.map(\.id))
        let absent = (0...ids.count).lazy.map { "no-such-node-\($0)" }.first { !ids.contains($0) }
        for title in [Title(text: "", localized: .init(en: nil, zh: nil))] + policy.terms.flatMap(Self.titles) {
            for category in [nil, absent] {
                finding.cases += 1
                let found = classifier.classCode(category: category, title: title.localized, brand: title.text)
                guard finding.counterexample == nil, policy.tier(of: found) != .withhold else { continue }
                finding.counterexample = Counterexample(
                    "a good titled `\(title.text)` without a known category is classified as "
                        + "`\(InputWords(policy: policy).name(found))`")
            }
        }
        return finding
    }

    private static func titles(_ term: Term) -> [Title] {
        term.english.map { Title(text: $0, localized: LocalizedText(en: $0, zh: nil)) }
            + term.chinese.map { Title(text: $0, localized: LocalizedText(en: nil, zh: $0)) }
    }

    private func counterexample(
        _ text: String, _ category: Domain.Category, _ code: ClassCode, _ found: ClassCode
    ) -> Counterexample {
        let name = InputWords(policy: subject.policy).name
        return Counterexample(
            "a good under `\(category.id)` titled `\(text)` is classified as `\(name(found))`, which is no stricter "
                + "than `\(name(code))`, the class of its category")
    }
}
