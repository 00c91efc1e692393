import Domain

/// Reads `goods:`.
struct GoodReader {
    let vocabulary: SuiteVocabulary

    /// By the id of the product.
    static let goods = Shape.entries(of: .mapping(fields), named: "^[!-~]{1,\(ProductID.maximumLength)}$")
    private static let fields: [Field] = [
        .required("category", .text, "A node of the taxonomy, or `\(SuiteVocabulary.unclassified)`."),
        .optional("title", .either(.text, .mapping(title)), "In one language or both; the name when left away."),
        .optional("brand", .text),
        .optional("price", .money, "Such as `49.00 EUR`."),
        .optional("alike", .integer(0...10_000), "How many more goods are like it but for the name."),
        .optional("delisted", .flag, "Is not sold any more."),
    ]
    private static let title: [Field] = [.optional("en", .text), .optional("zh", .text)]

    func goods(_ file: MappingReader) -> [Suite.Good] {
        file.entries("goods", of: "goods").compactMap(good)
    }

    private func good(_ entry: SyntaxNode.Entry) -> Suite.Good? {
        let diagnostics = vocabulary.diagnostics
        guard ProductID(entry.key) != nil else {
            diagnostics.report(
                "`\(entry.key)` cannot be the name of a good", at: entry.keyLocation,
                expected: "printable ASCII without blanks")
            return nil
        }
        guard
            let reader = MappingReader(entry.value, of: "a good", Self.fields, diagnostics: diagnostics)
        else { return nil }
        var category = reader.text("category")
        if let id = category, let node = reader.node("category") {
            category = id == SuiteVocabulary.unclassified ? nil : vocabulary.category(id, at: node.location)
        }
        return Suite.Good(
            name: entry.key, category: category,
            title: title(reader) ?? LocalizedText(en: entry.key.replacing("-", with: " "), zh: nil),
            brand: reader.text("brand"), price: reader.node("price").flatMap { vocabulary.money($0, named: "price") },
            isListed: !reader.flag("delisted"), alike: reader.integer("alike") ?? 0,
            location: entry.keyLocation)
    }

    private func title(_ reader: MappingReader) -> LocalizedText? {
        guard let node = reader.node("title") else { return nil }
        if case .scalar = node.content { return reader.text("title").map(LocalizedText.init(ofEitherLanguage:)) }
        let inner = MappingReader(
            node, of: "`title`", Self.title, diagnostics: vocabulary.diagnostics)
        return LocalizedText(en: inner?.text("en"), zh: inner?.text("zh"))
    }
}

extension LocalizedText {
    /// Chinese when it holds an ideograph, English otherwise.
    init(ofEitherLanguage text: String) {
        let isChinese = text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
        self.init(en: isChinese ? nil : text, zh: isChinese ? text : nil)
    }
}
