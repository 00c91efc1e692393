import Domain

/// `shop.yaml`: what friend shops may hold.
struct ShopFile {
    let rules: ShopRules

    static let fields: [Field] =
        figures + [
            .optional(
                "influence", .mapping(InfluenceReader.fields),
                "Who counts, the bands, the noise, and what influence is made of; nothing is released without it."),
            .optional("commission", .mapping(commission), "What owners earn by what is bought through their shops."),
        ]

    static let commission: [Field] = [
        .required("basisPoints", .integer(0...10_000), "Hundredths of a percent of what was paid.")
    ]

    /// What suites may ask after.
    static let figures: [Field] = [
        .required("slots", .integer(1...100), "How many picks a shop begins with."),
        .required("lockHours", .integer(0...8784), "Hours for which a pick cannot be exchanged."),
        .required("pickable", pickable, "Tiers a good may have to be put into a slot; never `withhold`."),
        .required("nameLength", .integer(1...1000), "Characters of a shop's name."),
        .required("lineLength", .integer(1...1000), "Characters of a pick's line."),
    ]

    static let pickable = Shape.oneOrMore(of: .word(of: .tiers))

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        rules = ShopRules(
            slots: file.integer("slots") ?? 1, lockHours: file.integer("lockHours") ?? 0,
            pickable: Self.pickable(file), nameLength: file.integer("nameLength") ?? 1,
            lineLength: file.integer("lineLength") ?? 1,
            influence: file.node("influence").flatMap { InfluenceReader(diagnostics: diagnostics).rules($0) },
            commissionBasisPoints: file.node("commission").flatMap {
                MappingReader($0, of: "`commission`", Self.commission, diagnostics: diagnostics)?.integer("basisPoints")
            } ?? 0)
    }

    /// The tiers that are written; tier A is reported.
    static func pickable(_ reader: MappingReader) -> Set<Tier> {
        let pickable = reader.values("pickable", of: .tiers) ?? []
        if pickable.contains(.withhold) {
            reader.diagnostics.report(
                "goods of tier `withhold` cannot be picked", at: reader.node("pickable")?.location ?? reader.location)
        }
        return pickable.subtracting([.withhold])
    }
}
