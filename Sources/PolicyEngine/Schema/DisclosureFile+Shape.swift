import Domain

extension DisclosureFile {
    static let fields: [Field] = [
        .required("labels", .mapping(labels), "Depths of the taxonomy that labels show; the top is 1."),
        .required("preimage", .mapping(preimage), "Goods that must fit all the fields shown together."),
        .required("telling", .mapping(telling), "When a form tells what it stands for, in percent and counts."),
        .required("levels", .mapping(levels), "What owners choose among; each contains the one before it."),
        .required("defaults", .mapping(defaults), "What an audience gets when an owner says no more."),
        .required("grants", .list(of: .mapping(RuleReader.fields)), "What may be disclosed at most."),
        .optional("limits", RuleReader.rules, "What is taken away again; limits always win."),
    ]

    static let labels: [Field] = [.required("department", depth), .required("category", depth)]
    static let preimage: [Field] = [.required("goods", AggregatesFile.crowd)]
    static let telling: [Field] = [
        .required("ordinaryShare", .integer(1...100), "Percent of what a form may stand for that must be ordinary."),
        .required("ordinaryCount", .integer(1...1_000_000), "How much of it must be ordinary."),
        .required("classShare", .integer(0...100), "Percent of it that one sensitive class may have at most."),
    ]
    static let levels: [Field] = Level.allCases.map {
        .required($0.rawValue, .either(.word(["nothing"]), .mapping(PartialDisclosure.shapes)))
    }
    static let defaults: [Field] = sharedTiers.map { .required($0.name, .mapping(defaultsOfTier)) }
    static let defaultsOfTier: [Field] = Audience.others.map { .required($0.name, .word(of: .levels)) }
    /// The tiers of which something may be shared; tier A has no defaults.
    static let sharedTiers = Tier.allCases.filter { $0 != .withhold }

    private static let depth = Shape.integer(1...32)
}
