import Domain

/// Reads `figures:`, constants as the files of the policy write them.
struct FigureReader {
    /// The keys that stand in no mapping of their own.
    private static let top: [Field] = (AggregatesFile.fields + ReleaseFile.fields).filter {
        ["k", "raiseHold", "epoch"].contains($0.key)
    }
    private static let sections: [(name: String, fields: [Field])] = [
        ("preimage", DisclosureFile.preimage), ("telling", DisclosureFile.telling), ("labels", DisclosureFile.labels),
        ("settle", ReleaseFile.settle), ("shop", ShopFile.figures),
    ]

    /// Any of them may be left out.
    static let fields: [Field] =
        optional(top) + sections.map { Field.optional($0.name, .mapping(optional($0.fields))) }

    private static func optional(_ fields: [Field]) -> [Field] { fields.map { .optional($0.key, $0.shape) } }

    let vocabulary: SuiteVocabulary

    func figures(_ file: MappingReader) -> [Suite.Figure] {
        guard let node = file.node("figures") else { return [] }
        guard let reader = reader(node, of: "figures", Self.fields) else { return [] }
        var readers = ["": reader]
        for (name, fields) in Self.sections {
            if let node = reader.node(name) { readers[name] = self.reader(node, of: name, Self.optional(fields)) }
        }
        let figures = PolicyFigure.allCases.compactMap { figure -> Suite.Figure? in
            let words = figure.rawValue.split(separator: ".").map(String.init)
            guard let key = words.last, let reader = readers[words.count > 1 ? words[0] : ""],
                let node = reader.node(key), let expected = expected(figure, key, reader)
            else { return nil }
            return Suite.Figure(location: node.location, figure: figure, expected: expected)
        }
        return figures
    }

    private func reader(_ node: SyntaxNode, of name: String, _ fields: [Field]) -> MappingReader? {
        MappingReader(
            node, of: "`\(name)`", noun: "figure", fields, diagnostics: vocabulary.diagnostics)
    }

    private func expected(_ figure: PolicyFigure, _ key: String, _ reader: MappingReader) -> String? {
        switch figure {
        case .pickable: PolicyFigure.list(ShopFile.pickable(reader))
        case .epoch: reader.value(key, of: ReleaseFile.epochs).map { "\($0)" }
        default: reader.integer(key).map { String($0) }
        }
    }
}
