import Domain

/// Reads what a viewer must see: a level, a form, or a mapping.
struct ExpectationReader {
    /// The name of a level or a form, or a mapping.
    static let expectation = Shape.either(.text, .mapping(fields))
    private static let fields: [Field] =
        [.optional("as", .text, "A level, or an entry of `forms`.")] + PartialDisclosure.shapes + [
            .optional("rules", .list(of: .text, mayBeEmpty: true), "The rules that the decision hangs on."),
            .optional("exposes", .mapping(exposedFields), "What the item holds, field by field."),
            .optional("released", .instant, "When it may first be seen."),
            .optional("obstacle", .word(of: obstacles), "The first reason for which nothing is seen."),
        ]
    private static let exposedFields: [Field] =
        ["product", "time", "price", "quantity", "boughtAt", "shop", "event"].map { .optional($0, .anything) }
    private static let obstacles = Vocabulary<SuiteObstacle>(
        noun: "obstacle", words: SuiteObstacle.allCases.map { ($0.rawValue, $0) })

    let world: SuiteWorldReader
    private var vocabulary: SuiteVocabulary { world.vocabulary }
    private var diagnostics: Diagnostics { vocabulary.diagnostics }

    func expectation(_ node: SyntaxNode) -> Suite.Expectation? {
        if case .scalar(let word, _) = node.content, !word.isEmpty {
            return disclosure(word, at: node.location).map { Suite.Expectation(disclosure: $0) }
        }
        guard
            let reader = MappingReader(
                node, of: "an expectation", noun: "field", Self.fields, diagnostics: diagnostics)
        else { return nil }
        let disclosure = disclosure(reader)
        var expectation = Suite.Expectation(disclosure: disclosure ?? .nothing)
        expectation.obstacle = reader.value("obstacle", of: Self.obstacles)
        if reader.node("rules") != nil {
            expectation.rules = Set(
                reader.words("rules", mayBeEmpty: true).compactMap { vocabulary.rule($0.word, at: $0.location) })
        }
        expectation.released = reader.node("released").flatMap { vocabulary.instant($0, named: "released") }
        expectation.exposes = exposes(reader)
        guard let disclosure else { return nil }
        if expectation.obstacle != nil, !disclosure.isNothing {
            diagnostics.report("an obstacle to what is seen", at: reader.keyLocation("obstacle"), expected: "`nothing`")
        }
        if expectation.exposes != nil, disclosure.isNothing {
            diagnostics.report("nothing cannot expose anything", at: reader.keyLocation("exposes"))
        }
        return expectation
    }

    private func disclosure(_ word: String, at place: SourceLocation) -> Disclosure? {
        if let form = world.forms[word] { return form }
        if let level = Level(rawValue: word) { return vocabulary.disclosure(level) }
        let known = Level.allCases.map(\.rawValue) + world.forms.keys.sorted()
        let suggestion = Spelling.nearest(to: word, among: known)
        diagnostics.report(
            "unknown level or form `\(word)`", at: place,
            expected: suggestion == nil ? "one of \(MappingReader.list(known)), or a mapping of fields" : nil,
            suggestion: suggestion)
        return nil
    }

    /// By name or field by field; nothing at all is only said where an obstacle is.
    private func disclosure(_ reader: MappingReader) -> Disclosure? {
        let hasFields = PartialDisclosure.fields.contains { reader.node($0) != nil }
        guard let name = reader.node("as") else {
            guard hasFields else {
                if reader.node("obstacle") != nil { return .nothing }
                diagnostics.report(
                    "the expectation does not say what is seen", at: reader.location, expected: "`as`, or fields")
                return nil
            }
            return fields(reader)
        }
        if hasFields {
            diagnostics.report("`as` says all the fields", at: reader.keyLocation("as"), expected: "`as`, or fields")
        }
        guard let word = reader.text("as") else { return nil }
        return disclosure(word, at: name.location)
    }

    private func fields(_ reader: MappingReader) -> Disclosure {
        let count = diagnostics.reported.count
        let whole = Disclosure(
            product: reader.value("product", of: .products) ?? .none, time: reader.value("time", of: .times) ?? .none,
            price: reader.value("price", of: .prices) ?? .none,
            quantity: reader.value("quantity", of: .quantities) ?? .none,
            shop: reader.value("shop", of: .shops) ?? .none)
        if whole != whole.normalized, diagnostics.reported.count == count {
            diagnostics.report(
                "what is expected is not in normal form", at: reader.location,
                expected: "`\(whole.normalized.notation)`")
        }
        return whole.normalized
    }

    private func exposes(_ reader: MappingReader) -> [String: SuiteValue]? {
        guard let node = reader.node("exposes") else { return nil }
        guard
            MappingReader(
                node, of: "`exposes`", noun: "field", Self.exposedFields, diagnostics: diagnostics) != nil,
            case .object(let fields) = SuiteValue(node)
        else { return nil }
        return fields
    }
}

extension SuiteValue {
    /// Plain numbers and flags are such; everything else is text.
    init(_ node: SyntaxNode) {
        switch node.content {
        case .mapping(let entries):
            self = .object(
                Dictionary(entries.map { ($0.key, SuiteValue($0.value)) }) { first, _ in first })
        case .sequence(let nodes): self = .list(nodes.map(SuiteValue.init))
        case .scalar(let text, isPlain: false): self = .text(text)
        case .scalar("true", _): self = .flag(true)
        case .scalar("false", _): self = .flag(false)
        case .scalar("null", _), .scalar("~", _), .scalar("", _): self = .null
        case .scalar(let text, _): self = Int64(text).map(SuiteValue.number) ?? .text(text)
        }
    }
}
