import Domain

extension OverlayFile {
    static let fields: [Field] = [
        .required("overlay", .mapping(header), "What the overlay is, and why it is laid over the policy."),
        .optional("sources", SourcesFile.list, "What its reasons name, beside `sources.yaml`."),
        .optional("classes", ClassReader.list, "Classes that the policy does not have."),
        .optional("tiers", .list(of: .mapping(tier)), "Classes that are treated more strictly."),
        .optional("roots", RootReader.list, "Subtrees that belong to a stricter class."),
        .optional("terms", SensitiveFile.terms, "Words in titles that raise goods to a stricter class."),
        .optional("grants", .list(of: .mapping(RuleReader.fields)), "Only where the overlay may widen."),
        .optional("limits", .list(of: .mapping(RuleReader.fields)), "What is taken away as well."),
        .optional("thresholds", .mapping(thresholds), "Figures that are stricter than the policy's."),
        .optional("release", .mapping(release), "Longer times for late intake."),
        .optional("shop", .mapping(shop), "Fewer tiers that may be picked."),
    ]

    static let header: [Field] = [
        .required("id", .identifier), .required("title", .localized), .required("because", .because),
        .optional("mayWiden", .boolean, "Whether it may disclose more than the policy below it; needs a `reason`."),
        .optional("reason", .text, "Why it may widen."),
    ]
    static let tier: [Field] = [
        .required("class", .oneOrMore(of: .text)), .required("tier", .word(of: .tiers)),
        .required("because", .because),
    ]
    static let thresholds: [Field] =
        [.optional("k", AggregatesFile.crowd), .optional("goods", AggregatesFile.crowd)]
        + DisclosureFile.telling.map { .optional($0.key, $0.shape, $0.about) }
    static let release: [Field] = [.required("settle", .mapping(settle))]
    static let settle: [Field] = ReleaseFile.sizes.map { .optional($0.0, ReleaseFile.hours) }
    static let shop: [Field] = [.required("pickable", ShopFile.pickable)]
}
