import Domain

/// Reads which inputs an invariant speaks of.
struct SelectionReader {
    private static let settingKeys = ["sharing", "optedIn", "level", "override"]

    static let fields: [Field] = [
        .optional("kind", .oneOrMore(of: .word(of: .kinds))),
        .optional("audience", .oneOrMore(of: .word(of: .audiences)), "Those audiences alone, unlike in a rule."),
        .optional("class", .oneOrMore(of: .text), "Classes of `sensitive.yaml`."),
        .optional("tier", .oneOrMore(of: .word(of: .tiers))),
        .optional("age", .mapping(age), "Whole months; for purchases."),
        .optional("minor", .boolean), .optional("private", .boolean), .optional("thirdParty", .boolean),
        .optional("blocked", .boolean, "Whether the owner has blocked the viewer."),
        .optional("settings", .word(of: .settings), "States of an owner's settings; for purchases."),
        .optional("sharing", .boolean, "Whether purchases are shared."),
        .optional("optedIn", .boolean, "Whether the class of the item is opted in."),
        .optional("level", .oneOrMore(of: .word(of: .choices)), "What was chosen for the audience and the tier."),
        .optional("override", .oneOrMore(of: .word(of: .overrides)), "What the owner says of the item."),
    ]
    private static let age: [Field] = [.optional("from", .integer(0...1200)), .optional("below", .integer(1...1201))]

    let classes: ClassDirectory?
    let diagnostics: Diagnostics

    func selection(_ node: SyntaxNode) -> InputSelection? {
        let count = diagnostics.reported.count
        guard
            let reader = MappingReader(
                node, of: "`given`", Self.fields, diagnostics: diagnostics)
        else { return nil }
        var selection = InputSelection()
        selection.kinds = reader.values("kind", of: .kinds)
        selection.audiences = reader.values("audience", of: .audiences)
        selection.tiers = reader.values("tier", of: .tiers)
        if let words = reader.oneOrMore("class"), let classes {
            selection.classes = Set(words.compactMap { classes.named($0.word, at: $0.location, diagnostics)?.code })
        }
        selection.ages = ages(reader)
        selection.minor = reader.boolean("minor")
        selection.isPrivate = reader.boolean("private")
        selection.thirdParty = reader.boolean("thirdParty")
        selection.blocked = reader.boolean("blocked")
        selection.settings = reader.value("settings", of: .settings)
        selection.sharing = reader.boolean("sharing")
        selection.optedIn = reader.boolean("optedIn")
        selection.levels = reader.values("level", of: .choices)
        selection.overrides = reader.values("override", of: .overrides)
        guard diagnostics.reported.count == count else { return nil }
        check(selection, reader)
        return selection
    }

    private func ages(_ reader: MappingReader) -> Range<Int>? {
        guard let node = reader.node("age"),
            let age = MappingReader(
                node, of: "`age`", Self.age, diagnostics: diagnostics)
        else { return nil }
        let from = age.integer("from") ?? 0
        let below = age.integer("below") ?? Int.max
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
