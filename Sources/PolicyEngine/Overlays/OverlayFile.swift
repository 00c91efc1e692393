import Domain

/// `overlay.yaml`: what a jurisdiction or an operator changes of a policy.
struct OverlayFile {
    let overlay: Overlay
    let sources: [Source]
    let classes: [SensitivityClass]
    let tiers: [TierChange]
    let roots: [(root: Root, location: SourceLocation)]
    let terms: [(term: Term, location: SourceLocation)]
    let rules: [Rule]
    let stricter: StricterValues

    /// Whether it says in writing that it may disclose more.
    var mayWiden: Bool { overlay.reasonToWiden != nil }

    init?(_ root: SyntaxNode, over base: OverlayBase, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        var taken = base.sourcePlaces
        sources = file.node("sources") == nil ? [] : SourcesFile.sources(file, &taken)
        let known = Set(base.content.sources.map(\.id)).union(sources.map(\.id))
        var classReader = ClassReader(sources: known, known: base.content.classes, taken: base.classPlaces)
        classes = file.node("classes") == nil ? [] : classReader.classes(file)
        let directory = ClassDirectory(base.content.classes + classes)
        tiers = Self.tiers(file, directory, known)
        roots = file.node("roots") == nil ? [] : RootReader(classes: directory, sources: known).roots(file)
        let terms = TermReader(classes: directory, sources: known, diagnostics: diagnostics)
        self.terms = file.node("terms") == nil ? [] : file.list("terms").compactMap(terms.placed)
        let rules = RuleReader(
            classes: directory, sources: known, levels: base.content.levels, diagnostics: diagnostics)
        self.rules = Self.rules(file, rules, base.rulePlaces)
        stricter = Self.stricter(file, than: base.content)
        guard let overlay = Self.overlay(file, known, base) else { return nil }
        self.overlay = overlay
        checkWidening(file)
        if Self.fields.dropFirst().allSatisfy({ file.node($0.key) == nil }) {
            diagnostics.report("the overlay `\(overlay.id)` changes nothing", at: overlay.location)
        }
    }

    private static func overlay(_ file: MappingReader, _ sources: Set<String>, _ base: OverlayBase) -> Overlay? {
        guard let node = file.node("overlay"),
            let reader = MappingReader(node, of: "`overlay`", header, diagnostics: file.diagnostics)
        else { return nil }
        let id = reader.identifier(notIn: base.overlayPlaces, of: "overlay")
        let title = reader.localized("title")
        let because = reader.because(sources)
        let mayWiden = reader.boolean("mayWiden") ?? false
        let reason = reader.text("reason")
        if mayWiden, reader.node("reason") == nil {
            file.diagnostics.report(
                "an overlay that may widen has no `reason`", at: reader.keyLocation("mayWiden"),
                expected: "a `reason` in writing")
        }
        if !mayWiden, reader.node("reason") != nil {
            file.diagnostics.report(
                "a `reason` to widen in an overlay that may not", at: reader.keyLocation("reason"),
                expected: "`mayWiden: true` beside it, or no such key")
        }
        guard let id else { return nil }
        return Overlay(
            id: id, title: title ?? LocalizedText(en: nil, zh: nil), because: because,
            reasonToWiden: mayWiden ? reason ?? "" : nil, location: reader.node("id")?.location ?? reader.location)
    }

    private static func tiers(
        _ file: MappingReader, _ classes: ClassDirectory, _ sources: Set<String>
    ) -> [TierChange] {
        guard file.node("tiers") != nil else { return [] }
        var taken: [ClassCode: SourceLocation] = [:]
        var changes: [TierChange] = []
        for node in file.list("tiers") {
            guard let reader = MappingReader(node, of: "a tier", tier, diagnostics: file.diagnostics) else { continue }
            let value = reader.value("tier", of: .tiers)
            let because = reader.because(sources)
            for (word, place) in reader.oneOrMore("class") ?? [] {
                guard let code = classes.named(word, at: place, file.diagnostics)?.code else { continue }
                if let first = taken[code] {
                    file.diagnostics.report("the class `\(word)` is named in line \(first.line) already", at: place)
                    continue
                }
                taken[code] = place
                guard let value else { continue }
                changes.append(TierChange(classCode: code, tier: value, because: because, location: place))
            }
        }
        return changes
    }

    private static func rules(
        _ file: MappingReader, _ reader: RuleReader, _ places: [String: SourceLocation]
    ) -> [Rule] {
        var taken = places
        var rules: [Rule] = []
        for (key, effect) in [("grants", Rule.Effect.grant), ("limits", .limit)] where file.node(key) != nil {
            for node in file.list(key) {
                if let rule = reader.rule(node, effect, &taken) { rules.append(rule) }
            }
        }
        return rules
    }

    /// What can be told to widen without looking at any decision.
    private func checkWidening(_ file: MappingReader) {
        guard !mayWiden, file.node("grants") != nil else { return }
        file.diagnostics.report(
            "the overlay `\(overlay.id)` grants something, and may only narrow", at: file.keyLocation("grants"),
            expected: "`limits`, or `mayWiden: true` with a `reason`")
    }
}
