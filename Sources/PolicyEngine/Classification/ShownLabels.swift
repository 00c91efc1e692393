public import Domain

/// The category that is shown for every category, at each precision coarser than exact.
///
/// A label is the ancestor at the depth that the policy names, unless its name would tell more than the goods do: that
/// ancestor may be of a stricter class than the category, hold mostly goods of stricter classes, or bear a name that
/// consists of words which the policy's own title terms take for a stricter class. Then the label is the nearest ancestor above it for which
/// none of this is so. A category label that would have to go up to the department is no label at all: the good is shown
/// as a department instead, among the others that are.
///
/// Depends on the category alone and not on titles, so that goods of one shelf look alike. No personal data.
public struct ShownLabels: Sendable {
    private struct Entry {
        var category: UInt32?
        var department: UInt32?
    }

    /// By the number of the category that is shown.
    private var entries: [UInt32: Entry] = [:]

    /// Works out every label of a taxonomy under a policy's classes, terms and depths.
    public init(taxonomy: Taxonomy, classifier: Classifier, depths: LabelDepths) {
        self.init(taxonomy: taxonomy, depths: depths, names: LabelNames(taxonomy: taxonomy, classifier: classifier))
    }

    /// The plain ancestors, whatever their names tell: for showing that a proof finds them, never for serving.
    package init(unprotected taxonomy: Taxonomy, depths: LabelDepths) {
        self.init(taxonomy: taxonomy, depths: depths, names: nil)
    }

    private init(taxonomy: Taxonomy, depths: LabelDepths, names: LabelNames?) {
        var names = names
        entries.reserveCapacity(taxonomy.categories.count)
        for category in taxonomy.categories {
            let path = Array(taxonomy.lineage(of: category.number).reversed())
            func label(_ depth: Int, above top: Int) -> UInt32? {
                var position = min(depth, path.count)
                let first = position
                while position > 0 {
                    let isTop = position <= top && position < first
                    if isTop { return nil }
                    if names?.mayShow(path[position - 1], for: category) ?? true { return path[position - 1].number }
                    position -= 1
                }
                return nil
            }
            entries[category.number] = Entry(
                category: label(depths.category, above: depths.department),
                department: label(depths.department, above: 0))
        }
    }

    /// The number of the label; `nil` when the category is unknown, the precision shows no label, or none may be shown.
    public func label(of category: UInt32, at precision: ProductPrecision) -> UInt32? {
        switch precision {
        case .brand, .category: entries[category]?.category
        case .department: entries[category]?.department
        case .exact, .none: nil
        }
    }
}

/// Says which names of the taxonomy may stand for goods of which category.
private struct LabelNames {
    private struct Question: Hashable {
        let label: UInt32
        let classCode: ClassCode
    }

    private let classifier: Classifier
    /// Leaves at or below each category, by tier.
    private var leaves: [UInt32: [Tier: Int]] = [:]
    private var known: [Question: Bool] = [:]

    init(taxonomy: Taxonomy, classifier: Classifier) {
        self.classifier = classifier
        for leaf in taxonomy.leaves {
            let tier = classifier.tier(of: classifier.classCode(ofCategory: leaf.number))
            for category in taxonomy.lineage(of: leaf.number) {
                leaves[category.number, default: [:]][tier, default: 0] += 1
            }
        }
    }

    mutating func mayShow(_ label: Domain.Category, for category: Domain.Category) -> Bool {
        let code = classifier.classCode(ofCategory: category.number)
        let question = Question(label: label.number, classCode: code)
        if let answer = known[question] { return answer }
        let answer =
            isAllowed(classifier.classCode(ofCategory: label.number), for: code, isShelf: true)
            && !holdsMostlyStricter(label, than: classifier.tier(of: code))
            && classifier.classNamed(by: label.name) { !isAllowed($0, for: code, isShelf: false) } == nil
        known[question] = answer
        return answer
    }

    /// Whether goods of one class may be shown under a name of another: it is theirs, or laxer.
    ///
    /// A shelf of class `unknown` says of no class that its goods are in it.
    private func isAllowed(_ named: ClassCode, for code: ClassCode, isShelf: Bool) -> Bool {
        if named == code || isShelf && named.isUnclassified { return true }
        let tier = classifier.tier(of: named)
        return tier == .ordinary || tier < classifier.tier(of: code)
    }

    private func holdsMostlyStricter(_ label: Domain.Category, than tier: Tier) -> Bool {
        let counts = leaves[label.number] ?? [:]
        let stricter = counts.filter { $0.key > tier }.values.reduce(0, +)
        return stricter * 2 > counts.values.reduce(0, +)
    }
}

extension ClassCode {
    /// Whether it is the class of goods of which nothing is known: no root's, or that of the policy's roots for them.
    fileprivate var isUnclassified: Bool { self == .unknown || self == ClassCode(name: "unknown") }
}
