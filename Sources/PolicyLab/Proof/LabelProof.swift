import Domain
import PolicyEngine

/// That no label which is shown tells of a stricter class than the goods under it are in: for every node and both
/// precisions that show a label, which are all that any level, kind and audience leads to.
///
/// Classes, counts and ancestors are those of the tree, which the serving code does not use.
struct LabelProof {
    private struct Claim: Hashable {
        let label: Int
        let classCode: ClassCode
    }

    let subject: ProofSubject
    private let positions: [UInt32: Int]
    /// Leaves at or below each node, by the class of the leaf.
    private let leaves: [[ClassCode: Int]]
    private let classifier: Classifier

    init(subject: ProofSubject) {
        self.subject = subject
        let categories = subject.taxonomy.categories
        positions = Dictionary(categories.indices.map { (categories[$0].number, $0) }) { first, _ in first }
        var leaves = [[ClassCode: Int]](repeating: [:], count: categories.count)
        for leaf in subject.tree.leaves {
            for node in subject.tree.paths[leaf] {
                leaves[node][subject.tree.roots[leaf]?.classCode ?? .unknown, default: 0] += 1
            }
        }
        self.leaves = leaves
        classifier = subject.policy.classifier(for: subject.taxonomy)
    }

    func finding() -> Finding {
        var finding = Finding()
        var checked: [Claim: String?] = [:]
        let depths = [
            (ProductPrecision.category, subject.policy.labels.category),
            (.department, subject.policy.labels.department),
        ]
        for (node, category) in subject.taxonomy.categories.enumerated() {
            for (precision, depth) in depths {
                finding.cases += 1
                guard finding.counterexample == nil,
                    let label = subject.labels.label(of: category.number, at: precision).flatMap({ positions[$0] })
                else { continue }
                let highest = subject.tree.ancestor(of: node, depth: depth)
                guard subject.tree.paths[highest].contains(label) else {
                    finding.counterexample = counterexample(node, precision, label, "which lies nowhere above it")
                    continue
                }
                let claim = Claim(label: label, classCode: code(node))
                let fault = checked[claim] ?? fault(label, code(node))
                checked[claim] = fault
                if let fault { finding.counterexample = counterexample(node, precision, label, fault) }
            }
        }
        return finding
    }

    private func code(_ node: Int) -> ClassCode { subject.tree.roots[node]?.classCode ?? .unknown }

    /// Why a label tells too much of goods of a class; `nil` when it does not.
    private func fault(_ label: Int, _ code: ClassCode) -> String? {
        let own = self.code(label)
        // The class `unknown` says of its shelves that nothing is known of their goods.
        if tells(own, code), own != .unknown, own != ClassCode(name: "unknown") {
            return "which is of class `\(name(own))`"
        }
        let all = leaves[label].values.reduce(0, +)
        let tier = subject.policy.tier(of: code)
        let stricter = leaves[label].filter { subject.policy.tier(of: $0.key) > tier }.values.reduce(0, +)
        if stricter > all - stricter { return "of whose \(all) leaves \(stricter) are of stricter classes" }
        let named = classifier.classNamed(by: subject.taxonomy.categories[label].name) { tells($0, code) }
        return named.map { "whose name is one of class `\(name($0))`" }
    }

    /// Whether a name of one class tells something of goods of another that they do not tell by themselves.
    private func tells(_ named: ClassCode, _ code: ClassCode) -> Bool {
        let (tier, own) = (subject.policy.tier(of: named), subject.policy.tier(of: code))
        return named != code && tier != .ordinary && tier >= own
    }

    private func name(_ code: ClassCode) -> String { InputWords(policy: subject.policy).name(code) }

    private func counterexample(
        _ node: Int, _ precision: ProductPrecision, _ label: Int, _ fault: String
    ) -> Counterexample {
        let (category, shown) = (subject.taxonomy.categories[node], subject.taxonomy.categories[label])
        func words(_ category: Domain.Category) -> String {
            "`\(category.id)`" + (category.name.en.map { " (\($0))" } ?? "")
        }
        return Counterexample(
            "goods under the node \(words(category)), of class `\(name(code(node)))`, are shown at precision "
                + "`\(precision)` under the label \(words(shown)), \(fault)")
    }
}
