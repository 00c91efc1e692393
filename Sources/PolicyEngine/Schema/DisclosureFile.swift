import Domain

/// `disclosure.yaml`: levels, defaults, grants and limits.
struct DisclosureFile {
    let labels: LabelDepths
    let preimageGoods: Int
    let telling: TellingThresholds
    let levels: Levels
    let defaults: [Tier: [Audience: Level]]
    let rules: [Rule]
    /// Where messages about the whole of the grants point to.
    let grantsLocation: SourceLocation

    init?(_ root: SyntaxNode, classes: ClassDirectory?, sources: Set<String>?, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        labels = Self.labels(file)
        preimageGoods = Self.section("preimage", of: file, Self.preimage)?.integer("goods") ?? 2
        telling = Self.telling(file)
        levels = Self.levels(file)
        defaults = Self.defaults(file)
        let reader = RuleReader(classes: classes, sources: sources, levels: levels, diagnostics: diagnostics)
        var taken: [String: SourceLocation] = [:]
        var rules: [Rule] = []
        for (key, effect) in [("grants", Rule.Effect.grant), ("limits", .limit)] where file.node(key) != nil {
            if effect == .limit, case .sequence(let nodes)? = file.node(key)?.content, nodes.isEmpty { continue }
            for node in file.list(key) {
                if let rule = reader.rule(node, effect, &taken) { rules.append(rule) }
            }
        }
        self.rules = rules.sorted { $0.id < $1.id }
        grantsLocation = file.keyLocation("grants")
    }

    private static func section(_ key: String, of file: MappingReader, _ fields: [Field]) -> MappingReader? {
        guard let node = file.node(key) else { return nil }
        return MappingReader(node, of: "`\(key)`", fields, diagnostics: file.diagnostics)
    }

    private static func labels(_ file: MappingReader) -> LabelDepths {
        let section = section("labels", of: file, Self.labels)
        let department = section?.integer("department") ?? 1
        let category = section?.integer("category") ?? department
        if category < department, let section {
            file.diagnostics.report(
                "a category at depth \(category) is coarser than a department at depth \(department)",
                at: section.keyLocation("category"))
        }
        return LabelDepths(department: department, category: category)
    }

    private static func telling(_ file: MappingReader) -> TellingThresholds {
        let section = section("telling", of: file, Self.telling)
        return TellingThresholds(
            ordinaryShare: section?.integer("ordinaryShare") ?? 100,
            ordinaryCount: section?.integer("ordinaryCount") ?? 1, classShare: section?.integer("classShare") ?? 0)
    }

    private static func levels(_ file: MappingReader) -> Levels {
        guard let node = file.node("levels"),
            let reader = MappingReader(
                node, of: "`levels`", noun: "level", Self.levels, diagnostics: file.diagnostics)
        else { return Levels([:]) }
        var disclosures: [Level: Disclosure] = [:]
        var lower: (level: Level, disclosure: Disclosure)?
        for level in Level.allCases {
            guard let node = reader.node(level.rawValue),
                let partial = PartialDisclosure(
                    node, of: "the level `\(level.rawValue)`", levels: nil, file.diagnostics)
            else { continue }
            let disclosure = partial.filled(from: .nothing)
            if disclosure != disclosure.normalized {
                file.diagnostics.report(
                    "the level `\(level.rawValue)` is not in normal form", at: node.location,
                    expected: "`\(disclosure.normalized.notation)`")
            }
            if level == .nothing, !disclosure.isNothing {
                file.diagnostics.report(
                    "the level `nothing` discloses something", at: node.location, expected: "`nothing`")
            }
            if let lower, !lower.disclosure.isAtMost(disclosure) {
                file.diagnostics.report(
                    "the level `\(level.rawValue)` does not tell all that `\(lower.level.rawValue)` tells",
                    at: reader.keyLocation(level.rawValue))
                // Rules that name it are left out, as what they disclose is not known.
                continue
            }
            disclosures[level] = disclosure.normalized
            lower = (level, disclosure.normalized)
        }
        return Levels(disclosures)
    }

    private static func defaults(_ file: MappingReader) -> [Tier: [Audience: Level]] {
        guard let node = file.node("defaults"),
            let reader = MappingReader(
                node, of: "`defaults`", noun: "tier", Self.defaults, diagnostics: file.diagnostics)
        else { return [:] }
        var defaults: [Tier: [Audience: Level]] = [:]
        var laxer: Tier?
        for tier in sharedTiers {
            guard let node = reader.node(tier.name),
                let inner = MappingReader(
                    node, of: "the defaults of `\(tier.name)`", noun: "audience", Self.defaultsOfTier,
                    diagnostics: file.diagnostics)
            else { continue }
            var closer: (audience: Audience, level: Level)?
            for audience in Audience.others {
                guard let level = inner.value(audience.name, of: .levels) else { continue }
                if let closer, level > closer.level {
                    file.diagnostics.report(
                        "`\(audience.name)` would see more than the closer `\(closer.audience.name)`",
                        at: inner.keyLocation(audience.name), expected: "at most `\(closer.level.rawValue)`")
                }
                if let laxer, let limit = defaults[laxer]?[audience], level > limit {
                    file.diagnostics.report(
                        "`\(audience.name)` would see more of the stricter `\(tier.name)` than of `\(laxer.name)`",
                        at: inner.keyLocation(audience.name), expected: "at most `\(limit.rawValue)`")
                }
                closer = (audience, level)
                defaults[tier, default: [:]][audience] = level
            }
            laxer = tier
        }
        return defaults
    }
}
