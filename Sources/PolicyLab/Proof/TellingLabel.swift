import Domain
import PolicyEngine

/// A label as goods are shown under, with the leaves behind it counted one by one.
struct TellingLabel {
    let category: Domain.Category
    let precision: ProductPrecision
    /// The classes that have leaves under it, by their place in the space.
    let classes: [Int]
    /// Leaves by class, as `classes` has them.
    let leaves: [Int]
    let tiers: [Tier]

    /// Every label with a leaf of tier B under it, at both precisions at which labels are shown.
    static func all(_ subject: ProofSubject) -> [TellingLabel] {
        [ProductPrecision.category, .department].flatMap { labels(subject, $0) }
    }

    private static func labels(_ subject: ProofSubject, _ precision: ProductPrecision) -> [TellingLabel] {
        let categories = subject.taxonomy.categories
        let positions = Dictionary(categories.indices.map { (categories[$0].number, $0) }) { first, _ in first }
        let codes = subject.space.classes
        let columns = Dictionary(codes.indices.map { (codes[$0], $0) }) { first, _ in first }
        var counts: [Int: [Int: Int]] = [:]
        for leaf in subject.tree.leaves {
            guard let column = subject.tree.roots[leaf].flatMap({ columns[$0.classCode] }) else { continue }
            let label = subject.labels.label(of: categories[leaf].number, at: precision)
            guard let node = label.flatMap({ positions[$0] }) else { continue }
            counts[node, default: [:]][column, default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.compactMap { node, counts in
            let present = counts.keys.sorted()
            let tiers = present.map { subject.policy.tier(of: codes[$0]) }
            guard tiers.contains(.coarsen) else { return nil }
            return TellingLabel(
                category: categories[node], precision: precision, classes: present,
                leaves: present.map { counts[$0] ?? 0 }, tiers: tiers)
        }
    }

    /// Whether what looks like goods of one class, given what each class discloses, is too rarely ordinary.
    func isTelling(_ position: Int, forms: [UInt8], _ promised: TellingPromise) -> Bool {
        var ordinary = 0
        var total = 0
        var most = 0
        for other in classes.indices where forms[other] == forms[position] {
            total += leaves[other]
            if tiers[other] == .ordinary { ordinary += leaves[other] } else { most = max(most, leaves[other]) }
        }
        return ordinary < promised.ordinaryCount || ordinary * 100 < promised.ordinaryShare * total
            || most * 100 > promised.classShare * total
    }
}
