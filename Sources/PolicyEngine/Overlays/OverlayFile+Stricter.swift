import Domain

extension OverlayFile {
    /// The figures of the overlay; one that is laxer than the policy's is reported, whatever the overlay may do.
    static func stricter(_ file: MappingReader, than base: PolicyContent) -> StricterValues {
        var values = StricterValues()
        if let node = file.node("thresholds"),
            let reader = MappingReader(node, of: "`thresholds`", thresholds, diagnostics: file.diagnostics)
        {
            values.k = figure("k", reader, atLeast: base.k)
            values.preimageGoods = figure("goods", reader, atLeast: base.preimageGoods)
            values.ordinaryShare = figure("ordinaryShare", reader, atLeast: base.telling.ordinaryShare)
            values.ordinaryCount = figure("ordinaryCount", reader, atLeast: base.telling.ordinaryCount)
            values.classShare = figure("classShare", reader, atMost: base.telling.classShare)
        }
        if let node = file.node("release"),
            let reader = MappingReader(node, of: "`release`", release, diagnostics: file.diagnostics),
            let inner = reader.node("settle"),
            let settle = MappingReader(inner, of: "`settle`", settle, diagnostics: file.diagnostics)
        {
            for (key, size) in ReleaseFile.sizes {
                values.settleHours[size] = figure(key, settle, atLeast: base.release.settleHours[size] ?? 0)
            }
        }
        if let node = file.node("shop"),
            let reader = MappingReader(node, of: "`shop`", shop, diagnostics: file.diagnostics)
        {
            values.pickable = pickable(reader, among: base.shop.pickable)
        }
        return values
    }

    private static func figure(
        _ key: String, _ reader: MappingReader, atLeast least: Int = .min, atMost most: Int = .max
    ) -> Int? {
        guard let value = reader.integer(key) else { return nil }
        guard value >= least, value <= most else {
            reader.diagnostics.report(
                "the overlay's `\(key)` of \(value) is laxer than that of the policy",
                at: reader.node(key)?.location ?? reader.location,
                expected: value < least ? "\(least) or more" : "\(most) or less")
            return nil
        }
        return value
    }

    private static func pickable(_ reader: MappingReader, among tiers: Set<Tier>) -> Set<Tier> {
        let pickable = ShopFile.pickable(reader)
        for tier in pickable.subtracting(tiers).sorted() {
            reader.diagnostics.report(
                "the policy does not let goods of tier `\(tier.name)` be picked",
                at: reader.node("pickable")?.location ?? reader.location,
                expected: "some of \(MappingReader.list(tiers.sorted().map(\.name)))")
        }
        return pickable.intersection(tiers)
    }
}
