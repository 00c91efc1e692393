import Domain
import PolicyEngine

/// What must be true of every node of the taxonomy.
struct TaxonomyProofs {
    let subject: ProofSubject

    private var categories: [Domain.Category] { subject.taxonomy.categories }

    func everyNodeClassified() -> Finding {
        guard !categories.isEmpty else {
            return Finding(counterexample: Counterexample("the taxonomy has no node"))
        }
        var finding = Finding()
        let classifier = subject.policy.classifier(for: subject.taxonomy)
        for category in categories {
            finding.cases += 1
            guard finding.counterexample == nil else { continue }
            let reason = classifier.reason(category: category.id, title: LocalizedText(en: nil, zh: nil), brand: nil)
            if subject.policy.sensitivityClass(reason.classCode) == nil {
                finding.counterexample = Counterexample("\(words(category)) has no root at it or above it")
            } else if reason.because.isEmpty {
                finding.counterexample = Counterexample("\(words(category)) is classified for no reason")
            }
        }
        return finding
    }

    func everyRootExists() -> Finding {
        let ids = Set(categories.map(\.id))
        let missing = subject.policy.roots.first { !ids.contains($0.node) }
        return Finding(
            cases: subject.policy.roots.count,
            counterexample: missing.map { Counterexample("the taxonomy has no node `\($0.node)`, which is a root") })
    }

    /// The classifier says of each node what a walk up its parents says.
    func ancestryDecides() -> Finding {
        var finding = Finding()
        let classifier = subject.policy.classifier(for: subject.taxonomy)
        for (position, category) in categories.enumerated() {
            finding.cases += 1
            let expected = subject.tree.roots[position]
            let found = classifier.classCode(ofCategory: category.number)
            guard finding.counterexample == nil, found != expected?.classCode ?? .unknown else { continue }
            let name = InputWords(policy: subject.policy).name
            finding.counterexample = Counterexample(
                "\(words(category)) is classified as `\(name(found))`, but its nearest root "
                    + (expected.map { "`\($0.node)` says `\(name($0.classCode))`" } ?? "does not exist"))
        }
        return finding
    }

    private func words(_ category: Domain.Category) -> String {
        "the node `\(category.id)`" + (category.name.en.map { " (\($0))" } ?? "")
    }
}
