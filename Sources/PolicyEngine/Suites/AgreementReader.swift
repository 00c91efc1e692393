import Domain

/// Reads what one owner agreed to.
struct AgreementReader {
    let vocabulary: SuiteVocabulary
    let now: Instant

    static let fields: [Field] = [
        .optional("sharing", .instant, "Since when purchases are shared; they are not when left away."),
        .optional(
            "levels", .either(.word(of: .levels), .mapping(audiences)),
            "What was chosen: for everybody, by audience, or by audience and tier."),
        .optional("optIn", .oneOrMore(of: .text), "Classes that were agreed to, or `all`."),
        .optional("private", .list(of: .mapping(privateSpan)), "When private mode was on."),
    ]
    private static let audiences: [Field] = Audience.others.map {
        .optional($0.name, .either(.word(of: .levels), .mapping(levelsByTier)))
    }
    private static let levelsByTier: [Field] = tiers.map { .optional($0.name, .word(of: .levels)) }
    private static let privateSpan: [Field] = [.required("from", .instant), .optional("until", .instant)]

    func agreement(_ node: SyntaxNode) -> Suite.Agreement? {
        guard
            let reader = MappingReader(
                node, of: "a consent", Self.fields, diagnostics: vocabulary.diagnostics)
        else { return nil }
        let sharing = reader.node("sharing").flatMap { vocabulary.instant($0, named: "sharing") }
        if let sharing, sharing > now {
            vocabulary.diagnostics.report(
                "sharing begins after `now`", at: reader.keyLocation("sharing"), expected: "`\(now)` or earlier")
        }
        return Suite.Agreement(
            sharing: sharing, levels: levels(reader), optIn: optIn(reader), privateSpans: privateSpans(reader))
    }

    private func optIn(_ reader: MappingReader) -> Suite.Agreement.OptIn {
        if case .scalar("all", _)? = reader.node("optIn")?.content { return .everything }
        return .classes(
            Set((reader.oneOrMore("optIn") ?? []).compactMap { vocabulary.optInClass($0.word, at: $0.location) }))
    }

    private func privateSpans(_ reader: MappingReader) -> [Consent.PrivateSpan] {
        guard reader.node("private") != nil else { return [] }
        return reader.list("private").compactMap { node in
            guard
                let span = MappingReader(
                    node, of: "a time of private mode", Self.privateSpan, diagnostics: vocabulary.diagnostics),
                let start = span.node("from").flatMap({ vocabulary.instant($0, named: "from") })
            else { return nil }
            guard let end = span.node("until") else {
                return Consent.PrivateSpan(from: start, until: Consent.distantFuture)
            }
            guard let until = vocabulary.instant(end, named: "until") else { return nil }
            if until <= start {
                vocabulary.diagnostics.report("private mode ends before it begins", at: end.location)
            }
            return Consent.PrivateSpan(from: start, until: until)
        }
    }

    /// `product` for everybody, `{ friends: product }` for every tier, or `{ friends: { ordinary: product } }`.
    private func levels(_ reader: MappingReader) -> [Consent.Setting: Level] {
        guard let node = reader.node("levels") else { return [:] }
        var levels: [Consent.Setting: Level] = [:]
        if case .scalar = node.content {
            guard let level = reader.value("levels", of: .levels) else { return [:] }
            for setting in Consent.Setting.all { levels[setting] = level }
            return levels
        }
        guard
            let audiences = MappingReader(
                node, of: "`levels`", noun: "audience", Self.audiences, diagnostics: vocabulary.diagnostics)
        else { return [:] }
        for audience in Audience.others {
            guard let node = audiences.node(audience.name) else { continue }
            if case .scalar = node.content {
                guard let level = audiences.value(audience.name, of: .levels) else { continue }
                for tier in Self.tiers { levels[Consent.Setting(audience: audience, tier: tier)] = level }
                continue
            }
            let tiers = MappingReader(
                node, of: "the levels of `\(audience.name)`", noun: "tier", Self.levelsByTier,
                diagnostics: vocabulary.diagnostics)
            for tier in Self.tiers {
                guard let level = tiers?.value(tier.name, of: .levels) else { continue }
                levels[Consent.Setting(audience: audience, tier: tier)] = level
            }
        }
        return levels
    }

    /// Tier A has no levels.
    private static let tiers = DisclosureFile.sharedTiers
}
