import Domain

/// `shop.yaml`: what friend shops may hold.
struct ShopFile {
    let rules: ShopRules

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard
            let file = MappingReader(
                root, of: "the file", required: ["slots", "lockHours", "pickable", "nameLength", "lineLength"],
                diagnostics: diagnostics)
        else { return nil }
        let pickable = file.values("pickable", of: .tiers) ?? []
        if pickable.contains(.withhold) {
            diagnostics.report(
                "goods of tier `withhold` cannot be picked", at: file.node("pickable")?.location ?? file.location)
        }
        rules = ShopRules(
            slots: file.integer("slots", in: 1...100) ?? 1, lockHours: file.integer("lockHours", in: 0...8784) ?? 0,
            pickable: pickable.subtracting([.withhold]), nameLength: file.integer("nameLength", in: 1...1000) ?? 1,
            lineLength: file.integer("lineLength", in: 1...1000) ?? 1)
    }
}
