import Domain

/// Reads which inputs an invariant speaks of.
struct SelectionReader {
    private static let settingKeys = ["sharing", "optedIn", "level", "override"]
    private static let keys =
        ["kind", "audience", "class", "tier", "age", "minor", "private", "thirdParty", "blocked", "settings"]
        + settingKeys

    let classes: ClassDirectory?
    let diagnostics: Diagnostics

    func selection(_ node: SyntaxNode) -> InputSelection? {
        let count = diagnostics.reported.count
        guard
            let reader = MappingReader(
                node, of: "`given`", required: [], optional: Self.keys, diagnostics: diagnostics)
        else { return nil }
        var selection = InputSelection()
        selection.kinds = reader.values("kind", of: .kinds)
        selection.audiences = reader.values("audience", of: .audiences)
        selection.tiers = reader.values("tier", of: .tiers)
        if let words = reader.oneOrMore("class"), let classes {
            selection.classes = Set(words.compactMap { classes.named($0.word, at: $0.location, diagnostics)?.code })
        }
        selection.ages = ages(reader)
        selection.minor = reader.value("minor", of: .truths)
        selection.isPrivate = reader.value("private", of: .truths)
        selection.thirdParty = reader.value("thirdParty", of: .truths)
        selection.blocked = reader.value("blocked", of: .truths)
        selection.settings = reader.value("settings", of: .settings)
        selection.sharing = reader.value("sharing", of: .truths)
        selection.optedIn = reader.value("optedIn", of: .truths)
        selection.levels = reader.values("level", of: .choices)
        selection.overrides = reader.values("override", of: .overrides)
        guard diagnostics.reported.count == count else { return nil }
        check(selection, reader)
        return selection
    }

    private func ages(_ reader: MappingReader) -> Range<Int>? {
        guard let node = reader.node("age"),
            let age = MappingReader(
                node, of: "`age`", required: [], optional: ["from", "below"], diagnostics: diagnostics)
        else { return nil }
        let from = age.integer("from", in: 0...1200) ?? 0
        let below = age.integer("below", in: 1...1201) ?? Int.max
        guard from < below else {
            diagnostics.report("no age is \(from) or more and below \(below)", at: node.location)
            return nil
        }
        return from..<below
    }

    /// That something is selected at all.
    private func check(_ selection: InputSelection, _ reader: MappingReader) {
        if let kinds = selection.kinds, !kinds.contains(.purchase), selection.isAboutPurchases {
            let key = (["age", "settings"] + Self.settingKeys).first { reader.node($0) != nil } ?? "kind"
            diagnostics.report(
                "no input is given: only a `purchase` has `\(key)`", at: reader.keyLocation(key))
        }
        if selection.settings != nil {
            for key in Self.settingKeys where reader.node(key) != nil {
                diagnostics.report("`settings` says already what `\(key)` is", at: reader.keyLocation(key))
            }
        }
        guard let classes, selection.classes != nil || selection.tiers != nil else { return }
        let tiers = selection.tiers ?? Set(Tier.allCases)
        let isUnclassifiedGiven = selection.classes == nil && tiers.contains(.withhold)
        let isAnyGiven = classes.classes.contains {
            selection.classes?.contains($0.code) ?? true && tiers.contains($0.tier)
        }
        if !isUnclassifiedGiven, !isAnyGiven {
            diagnostics.report("no input is given: none of the classes has such a tier", at: reader.location)
        }
    }
}
