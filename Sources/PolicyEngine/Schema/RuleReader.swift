import Domain

/// Reads one grant or limit, with the checks that need no other rule.
struct RuleReader {
    let classes: ClassDirectory?
    let sources: Set<String>?
    let levels: Levels
    let diagnostics: Diagnostics

    static let rules = Shape.list(of: .mapping(fields), mayBeEmpty: true)
    static let fields: [Field] = [
        .required("id", .identifier, "Names the rule; no other rule has it."),
        .required("when", .mapping(conditions), "What must hold; nothing for always."),
        .required(
            "disclose", .either(.word(of: .levels), .mapping(PartialDisclosure.shapes)),
            "What a grant gives at most, or what a limit leaves at most."),
        .required("because", .because, "Entries of `sources.yaml`."),
    ]
    private static let conditions: [Field] = [
        .optional("kind", .oneOrMore(of: .word(of: .kinds)), "What happened."),
        .optional(
            "audience", .word(of: .audiences), "In a grant this audience and closer, in a limit this and farther."),
        .optional("class", .oneOrMore(of: .text), "Classes of `sensitive.yaml`."),
        .optional("tier", .oneOrMore(of: .word(of: .tiers)), "Tiers of the classes."),
        .optional("age", .mapping(age), "Whole months since the end of the purchase's month; for limits alone."),
        .optional("minor", .flag, "What happened while the owner was a minor."),
        .optional("private", .flag, "What was bought in private mode."),
        .optional("thirdParty", .flag, "What somebody else is the subject of."),
    ]
    private static let age: [Field] = [.required("from", .integer(1...1200))]

    func rule(_ node: SyntaxNode, _ effect: Rule.Effect, _ taken: inout [String: SourceLocation]) -> Rule? {
        guard
            let reader = MappingReader(node, of: "a \(effect.rawValue)", Self.fields, diagnostics: diagnostics)
        else { return nil }
        let id = reader.identifier(notIn: taken, of: "rule")
        if let id { taken[id] = reader.location }
        let because = reader.because(sources)
        let count = diagnostics.reported.count
        let condition = reader.node("when").flatMap { self.condition($0, effect) }
        let isConditionSound = diagnostics.reported.count == count
        let disclosure = reader.node("disclose").flatMap { self.disclosure($0, effect, condition) }
        guard let id, let condition, let disclosure, isConditionSound else { return nil }
        let rule = Rule(
            id: id, effect: effect, condition: condition, disclosure: disclosure, because: because,
            location: reader.node("id")?.location ?? reader.location)
        check(rule, reader.keyLocation("when"))
        return rule
    }

    private func condition(_ node: SyntaxNode, _ effect: Rule.Effect) -> Condition? {
        guard let reader = MappingReader(node, of: "`when`", Self.conditions, diagnostics: diagnostics) else {
            return nil
        }
        var condition = Condition()
        condition.kinds = reader.values("kind", of: .kinds)
        condition.audience = reader.value("audience", of: .audiences)
        condition.tiers = reader.values("tier", of: .tiers)
        if let words = reader.oneOrMore("class"), let classes {
            condition.classes = Set(words.compactMap { classes.named($0.word, at: $0.location, diagnostics)?.code })
        }
        if let node = reader.node("age"),
            let age = MappingReader(node, of: "`age`", Self.age, diagnostics: diagnostics)
        {
            condition.minimumAge = age.integer("from")
            if effect == .grant {
                diagnostics.report("a grant cannot depend on `age`", at: reader.keyLocation("age"), expected: "a limit")
            }
        }
        condition.minor = reader.flag("minor")
        condition.isPrivate = reader.flag("private")
        condition.thirdParty = reader.flag("thirdParty")
        return condition
    }

    private func disclosure(_ node: SyntaxNode, _ effect: Rule.Effect, _ condition: Condition?) -> Disclosure? {
        guard let partial = PartialDisclosure(node, of: "`disclose`", levels: levels, diagnostics) else { return nil }
        let whole = partial.filled(from: effect == .grant ? .nothing : .full)
        let corrections = partial.corrections(of: whole)
        if !corrections.isEmpty {
            diagnostics.report(
                "what is disclosed is not in normal form", at: node.location, expected: MappingReader.list(corrections))
        }
        if effect == .grant, whole.isNothing {
            diagnostics.report("a grant of nothing gives nothing", at: node.location, expected: "a limit")
        }
        if effect == .limit, condition?.minimumAge != nil, !whole.isNothing {
            diagnostics.report("a limit by `age` can only suppress", at: node.location, expected: "`nothing`")
        }
        // Limits are met as they are written: what they leave out is unlimited.
        return effect == .grant ? whole.normalized : whole
    }

    private func check(_ rule: Rule, _ place: SourceLocation) {
        let condition = rule.condition
        if condition.minimumAge != nil, let kinds = condition.kinds, !kinds.contains(.purchase) {
            diagnostics.report("`\(rule.id)` can never match: only a `purchase` has an age", at: place)
        }
        if let kinds = condition.kinds, !kinds.contains(.purchase) {
            if condition.isPrivate {
                diagnostics.report("`\(rule.id)` can never match: only a `purchase` is made in private mode", at: place)
            }
            if condition.thirdParty {
                diagnostics.report("`\(rule.id)` can never match: only a `purchase` has a third party", at: place)
            }
        }
        // Without an ordinary class, which is reported where it is missing, rules about it are no further mistakes.
        if let classes, classes.classes.contains(where: { $0.tier == .ordinary }) {
            let isMatched = { (code: ClassCode, tier: Tier) in
                condition.classes?.contains(code) ?? true && condition.tiers?.contains(tier) ?? true
            }
            if !isMatched(.unknown, .withhold), !classes.classes.contains(where: { isMatched($0.code, $0.tier) }) {
                diagnostics.report("`\(rule.id)` can never match: none of the classes has such a tier", at: place)
            }
        }
        if rule.effect == .limit, condition.audience ?? .owner == .owner {
            diagnostics.report(
                "`\(rule.id)` limits what owners see of their own", at: place,
                expected: "`audience: close-friends` or farther")
        }
    }
}
