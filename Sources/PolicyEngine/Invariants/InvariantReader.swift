import Domain

/// Reads one invariant.
struct InvariantReader {
    let classes: ClassDirectory?
    let sources: Set<String>?
    /// Nothing when the levels could not be read, which is no further mistake.
    let levels: Levels?
    let diagnostics: Diagnostics

    func invariant(_ node: SyntaxNode, _ taken: inout [String: SourceLocation]) -> Invariant? {
        guard
            let reader = MappingReader(
                node, of: "an invariant", Self.fields, diagnostics: diagnostics)
        else { return nil }
        let id = reader.identifier(notIn: taken, of: "invariant")
        if let id { taken[id] = reader.location }
        let says = reader.localized("says")
        let because = reader.because(sources)
        let claim = claim(reader)
        var given: InputSelection? = InputSelection()
        if let node = reader.node("given") {
            if let name = Self.nameOfWhole(claim) {
                diagnostics.report(
                    "`\(name)` is about the whole policy", at: reader.keyLocation("given"), expected: "no `given`")
            }
            given = SelectionReader(classes: classes, diagnostics: diagnostics).selection(node)
        }
        guard let id, let says, let given, let claim else { return nil }
        return Invariant(
            id: id, says: says, because: because, given: given, claim: claim,
            location: reader.node("id")?.location ?? reader.location)
    }

    private func claim(_ reader: MappingReader) -> Invariant.Claim? {
        let claims = Self.claims.map(\.key)
        let named = claims.filter { reader.node($0) != nil }
        guard let key = named.first, let node = reader.node(key) else {
            diagnostics.report(
                "the invariant claims nothing", at: reader.location,
                expected: "one of \(MappingReader.list(claims))")
            return nil
        }
        for other in named.dropFirst() {
            diagnostics.report(
                "`\(other)` is a second claim beside `\(key)`", at: reader.keyLocation(other),
                expected: "an invariant of its own")
        }
        switch key {
        case "disclosure": return disclosure(node, key, elsewhere: .nothing).map { .discloses($0) }
        case "atMost": return disclosure(node, key, elsewhere: .full).map { .atMost($0) }
        case "atLeast": return disclosure(node, key, elsewhere: .nothing).map { .atLeast($0) }
        case "never": return never(node)
        case "compare": return comparison(node)
        case "notTelling": return promise(node).map { .notTelling($0) }
        default: return reader.value("holds", of: .properties).map { .holds($0) }
        }
    }

    /// What a claim is called that is about no particular inputs.
    private static func nameOfWhole(_ claim: Invariant.Claim?) -> String? {
        switch claim {
        case .holds(let property): property.rawValue
        case .notTelling: "notTelling"
        default: nil
        }
    }

    private func disclosure(_ node: SyntaxNode, _ key: String, elsewhere: Disclosure) -> Disclosure? {
        guard let partial = PartialDisclosure(node, of: "`\(key)`", levels: levels ?? Levels([:]), diagnostics) else {
            return nil
        }
        let whole = partial.filled(from: elsewhere)
        let corrections = partial.corrections(of: whole)
        if !corrections.isEmpty {
            diagnostics.report(
                "`\(key)` is not in normal form", at: node.location, expected: MappingReader.list(corrections))
        }
        return whole
    }

    private func never(_ node: SyntaxNode) -> Invariant.Claim? {
        let count = diagnostics.reported.count
        guard
            let reader = MappingReader(
                node, of: "`never`", noun: "field", Self.fieldValues, diagnostics: diagnostics)
        else { return nil }
        let values = FieldValues(
            products: reader.values("product", of: .products) ?? [], times: reader.values("time", of: .times) ?? [],
            prices: reader.values("price", of: .prices) ?? [],
            quantities: reader.values("quantity", of: .quantities) ?? [],
            shops: reader.values("shop", of: .shops) ?? [])
        guard diagnostics.reported.count == count else { return nil }
        if values == FieldValues() {
            diagnostics.report(
                "`never` names no field", at: node.location,
                expected: "one of \(MappingReader.list(PartialDisclosure.fields))")
        }
        if values.products.contains(.none) || values.times.contains(.none) {
            diagnostics.report(
                "what has no product or no time is nothing, of which `never` does not speak", at: node.location,
                expected: "`atLeast`")
        }
        return .never(values)
    }

    private func promise(_ node: SyntaxNode) -> TellingPromise? {
        guard
            let reader = MappingReader(
                node, of: "`notTelling`", DisclosureFile.telling, diagnostics: diagnostics),
            let ordinaryShare = reader.integer("ordinaryShare"),
            let ordinaryCount = reader.integer("ordinaryCount"),
            let classShare = reader.integer("classShare")
        else { return nil }
        return TellingPromise(ordinaryShare: ordinaryShare, ordinaryCount: ordinaryCount, classShare: classShare)
    }

    private func comparison(_ node: SyntaxNode) -> Invariant.Claim? {
        guard
            let reader = MappingReader(node, of: "`compare`", Self.anyComparison, diagnostics: diagnostics)
        else { return nil }
        let relation = reader.value("disclosure", of: .relations)
        guard let subject = reader.value("change", of: .subjects) else { return nil }
        let words = subject.directions
        let directions = Vocabulary(
            noun: "direction of `\(subject.rawValue)`", words: [(words.down, false), (words.up, true)])
        guard let isUpwards = reader.value("to", of: directions), let relation else { return nil }
        return .compare(InputChange(subject, upwards: isUpwards), relation)
    }
}
