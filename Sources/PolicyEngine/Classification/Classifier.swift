public import Domain

/// Puts goods into classes: by the ancestry of their category, raised by words of their title or brand.
public struct Classifier: Sendable {
    private let taxonomy: Taxonomy
    private let tiers: [ClassCode: Tier]
    private let roots: [UInt32: Root]
    private let terms: [Term]
    private let termTiers: [Tier]
    private let matcher: TermMatcher
    private let exceptions: [TermMatcher?]

    init(taxonomy: Taxonomy, roots: [Root], terms: [Term], tiers: [ClassCode: Tier]) {
        self.taxonomy = taxonomy
        self.tiers = tiers
        self.terms = terms
        termTiers = terms.map { tiers[$0.classCode] ?? .withhold }
        let rootByNode = Dictionary(roots.map { ($0.node, $0) }) { first, _ in first }
        var rootByNumber: [UInt32: Root] = [:]
        for category in taxonomy.categories {
            let nearest = taxonomy.lineage(of: category.number).lazy.compactMap { rootByNode[$0.id] }.first
            if let nearest { rootByNumber[category.number] = nearest }
        }
        self.roots = rootByNumber
        var matcher = TermMatcher()
        var exceptions: [TermMatcher?] = []
        for (entry, term) in terms.enumerated() {
            matcher.add(english: term.english, chinese: term.chinese, entry: entry)
            var exception = TermMatcher()
            exception.add(english: term.exceptEnglish, chinese: term.exceptChinese, entry: entry)
            exceptions.append(exception.isEmpty ? nil : exception)
        }
        self.matcher = matcher
        self.exceptions = exceptions
    }

    /// The class of the most specific root above a category or at it; `unknown` when there is none.
    public func classCode(ofCategory number: UInt32) -> ClassCode {
        roots[number]?.classCode ?? .unknown
    }

    /// The class of a good; `unknown` without a known category, whatever the title says.
    public func classCode(category id: String?, title: LocalizedText, brand: String?) -> ClassCode {
        reason(category: id, title: title, brand: brand).classCode
    }

    /// The tier of a class; tier A when the policy has no such class.
    public func tier(of code: ClassCode) -> Tier {
        tiers[code] ?? .withhold
    }

    /// The first of the classes in question that the name of a category tells by its words; `nil` when it tells none.
    ///
    /// A name that lists several things tells a class only if each of them does: of "Food, Beverages & Tobacco" most is
    /// no tobacco.
    public func classNamed(by name: LocalizedText, among isInQuestion: (ClassCode) -> Bool) -> ClassCode? {
        for text in [name.en, name.zh].compactMap(\.self) {
            let parts = text.split { Self.separators.contains($0) }.map(String.init)
            let named = parts.map { part -> ClassCode? in
                let folded = FoldedText(part)
                var named: ClassCode?
                matcher.forEachHit(in: folded) { entry, _ in
                    let code = terms[entry].classCode
                    guard isInQuestion(code), exceptions[entry]?.hits(folded) != true else { return false }
                    named = code
                    return true
                }
                return named
            }
            if let first = named.first, !named.contains(nil) { return first }
        }
        return nil
    }

    /// Words and signs that separate the things that the name of a category lists.
    private static let separators: Set<Character> = [",", "&", "/", ";", "、", "，", "／", "；", "与", "和", "及"]

    /// The class of a good with what decided it.
    ///
    /// A term counts where its tier is stricter than the category's; of several, the strictest, then the first of the
    /// policy. What a term excepts is looked for in the same text that the term was found in.
    public func reason(category id: String?, title: LocalizedText, brand: String?) -> ClassificationReason {
        guard let id, let category = taxonomy.category(id: id), let root = roots[category.number] else {
            return ClassificationReason(classCode: .unknown, root: nil, term: nil, because: [])
        }
        var tier = tier(of: root.classCode)
        var raise: (entry: Int, term: String)?
        for text in [title.en, title.zh, brand] {
            guard tier < .withhold, let text else { continue }
            let folded = FoldedText(text)
            matcher.forEachHit(in: folded) { entry, term in
                let isStricter = termTiers[entry] > tier
                let isEarlier = termTiers[entry] == tier && raise.map { entry < $0.entry } ?? false
                guard isStricter || isEarlier, exceptions[entry]?.hits(folded) != true else { return false }
                tier = termTiers[entry]
                raise = (entry, term)
                return false
            }
        }
        guard let raise else {
            return ClassificationReason(classCode: root.classCode, root: root.node, term: nil, because: root.because)
        }
        let entry = terms[raise.entry]
        return ClassificationReason(classCode: entry.classCode, root: nil, term: raise.term, because: entry.because)
    }
}
