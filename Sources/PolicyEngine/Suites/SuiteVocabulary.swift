import Domain

/// What the words of a suite may stand for: the classes, levels and rules of the policy, the categories of the taxonomy.
///
/// Words are let pass where policy or taxonomy could not be read, as that was reported already.
struct SuiteVocabulary {
    /// Stands for goods that no root covers, as a class.
    static let unclassified = "unclassified"
    /// Joins names that something holds for alike.
    static let joint = " and "

    let policy: PolicyContent?
    let taxonomy: Taxonomy?
    let diagnostics: Diagnostics
    private let classes: ClassDirectory?
    private let ruleIDs: Set<String>?

    init(policy: PolicyContent?, taxonomy: Taxonomy?, diagnostics: Diagnostics) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.diagnostics = diagnostics
        classes = policy.map { ClassDirectory($0.classes) }
        ruleIDs = policy.map { Set($0.rules.map(\.id)) }
    }

    /// A class by id, or the code of unclassified goods.
    func classCode(_ id: String, at place: SourceLocation) -> ClassCode? {
        if id == Self.unclassified { return .unknown }
        guard let classes else { return ClassCode(name: id) }
        return classes.named(id, at: place, diagnostics)?.code
    }

    /// A class that owners can opt in.
    func optInClass(_ id: String, at place: SourceLocation) -> ClassCode? {
        guard let classes else { return ClassCode(name: id) }
        guard let known = classes.named(id, at: place, diagnostics) else { return nil }
        guard known.tier == .coarsen || known.tier == .ownerDecides else {
            diagnostics.report("the class `\(id)` of tier `\(known.tier.name)` cannot be opted in", at: place)
            return nil
        }
        return known.code
    }

    func rule(_ id: String, at place: SourceLocation) -> String? {
        guard let ruleIDs, !ruleIDs.contains(id) else { return id }
        diagnostics.report("unknown rule `\(id)`", at: place, suggestion: Spelling.nearest(to: id, among: ruleIDs))
        return nil
    }

    func category(_ id: String, at place: SourceLocation) -> String? {
        guard let taxonomy, taxonomy.category(id: id) == nil else { return id }
        diagnostics.report(
            "the taxonomy has no category `\(id)`", at: place,
            suggestion: Spelling.nearest(to: id, among: taxonomy.categories.lazy.map(\.id)))
        return nil
    }

    /// The level's disclosure under the policy that the suite was written for.
    func disclosure(_ level: Level) -> Disclosure { policy?.levels.disclosure(level) ?? .nothing }

    /// An instant as RFC 3339 writes it.
    func instant(_ node: SyntaxNode, named key: String) -> Instant? {
        if case .scalar(let text, _) = node.content, let instant = Instant(text) { return instant }
        diagnostics.report(
            "`\(key)` cannot be \(node.description)", at: node.location,
            expected: "an instant such as `2026-06-15T00:00:00Z`")
        return nil
    }

    /// An amount and its currency.
    func money(_ node: SyntaxNode, named key: String) -> Money? {
        if case .scalar(let text, _) = node.content {
            let parts = text.split(separator: " ")
            if parts.count == 2, let currency = Currency(active: parts[1]),
                let money = Money(majorUnits: parts[0], currency: currency)
            {
                return money
            }
        }
        diagnostics.report(
            "`\(key)` cannot be \(node.description)", at: node.location, expected: "an amount such as `49.00 EUR`")
        return nil
    }

    /// The names that a key joins by `and`, with where each stands.
    func names(in key: String, at place: SourceLocation) -> [(name: String, location: SourceLocation)] {
        var names: [(String, SourceLocation)] = []
        var column = place.column
        for part in key.split(separator: Self.joint, omittingEmptySubsequences: false) {
            names.append((String(part), SourceLocation(file: place.file, line: place.line, column: column)))
            column += part.unicodeScalars.count + Self.joint.unicodeScalars.count
        }
        return names
    }
}
