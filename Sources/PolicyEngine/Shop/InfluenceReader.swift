/// Reads `influence:` of `shop.yaml`.
struct InfluenceReader {
    static let points = Shape.integer(0...1_000_000)
    static let parts: [Field] = [
        .required("visitors", points), .required("buyers", points), .required("invitations", points),
    ]
    static let edges = Shape.list(of: .integer(2...1_000_000_000))
    static let bands: [Field] = [
        .required("visitors", edges), .required("buyers", edges), .required("invitations", edges),
    ]
    static let tier: [Field] = [.required("from", points), .required("slots", .integer(1...100))]

    static let fields: [Field] = [
        .required("window", .integer(1...366), "Epochs over which the bands of visitors are averaged."),
        .required("settlements", .integer(1...24), "Monthly releases over which the bands of buyers are added."),
        .required("agedDays", .integer(0...366), "Days that a friendship must have lasted before the friend counts."),
        .required("shopsPerPerson", .integer(1...10_000), "In how many shops one person counts in an epoch."),
        .required("epsilonMilli", .integer(1...10_000), "The privacy parameter of every count, in thousandths."),
        .required("bands", .mapping(bands), "Lower edges of the bands above the lowest, by what is counted."),
        .required("weights", .mapping(parts), "Points for each band."),
        .required("caps", .mapping(parts), "The most points that a part may bring."),
        .required("tiers", .list(of: .mapping(tier)), "From how much influence on a shop has how many slots."),
    ]

    let diagnostics: Diagnostics

    func rules(_ node: SyntaxNode) -> InfluenceRules? {
        let errors = diagnostics.reported.count
        guard let reader = MappingReader(node, of: "`influence`", Self.fields, diagnostics: diagnostics) else {
            return nil
        }
        let rules = InfluenceRules(
            window: reader.integer("window") ?? 1, settlements: reader.integer("settlements") ?? 1,
            agedDays: reader.integer("agedDays") ?? 0, shopsPerPerson: reader.integer("shopsPerPerson") ?? 1,
            epsilonMilli: reader.integer("epsilonMilli") ?? 1, visitorBands: edges("visitors", reader),
            buyerBands: edges("buyers", reader), invitationBands: edges("invitations", reader),
            weights: parts("weights", reader), caps: parts("caps", reader), tiers: tiers(reader))
        guard diagnostics.reported.count == errors else { return nil }
        checkCaps(rules, reader)
        return rules
    }

    private func parts(_ key: String, _ reader: MappingReader) -> InfluenceRules.Parts {
        let none = InfluenceRules.Parts(visitors: 0, buyers: 0, invitations: 0)
        guard let node = reader.node(key),
            let parts = MappingReader(node, of: "`\(key)`", Self.parts, diagnostics: diagnostics)
        else { return none }
        return InfluenceRules.Parts(
            visitors: parts.integer("visitors") ?? 0, buyers: parts.integer("buyers") ?? 0,
            invitations: parts.integer("invitations") ?? 0)
    }

    private func edges(_ key: String, _ reader: MappingReader) -> CountBands {
        guard let node = reader.node("bands"),
            let bands = MappingReader(node, of: "`bands`", Self.bands, diagnostics: diagnostics)
        else { return CountBands(edges: []) }
        var edges: [Int] = []
        for node in bands.list(key) {
            guard let edge = bands.integer(node, named: "an edge", in: 2...1_000_000_000) else { continue }
            if let last = edges.last, edge <= last {
                diagnostics.report(
                    "the edge \(edge) of `\(key)` does not lie above \(last)", at: node.location,
                    expected: "edges that rise")
            }
            edges.append(edge)
        }
        return CountBands(edges: edges)
    }

    private func tiers(_ reader: MappingReader) -> [InfluenceRules.Tier] {
        var tiers: [InfluenceRules.Tier] = []
        for node in reader.list("tiers") {
            guard let entry = MappingReader(node, of: "a tier", Self.tier, diagnostics: diagnostics),
                let from = entry.integer("from"), let slots = entry.integer("slots")
            else { continue }
            if tiers.isEmpty, from != 0 {
                diagnostics.report("the first tier begins at \(from)", at: node.location, expected: "`0`")
            } else if let last = tiers.last, from <= last.from || slots < last.slots {
                diagnostics.report(
                    "a tier does not lie above the one before it", at: node.location,
                    expected: "influence that rises, and no fewer slots")
            }
            tiers.append(InfluenceRules.Tier(from: from, slots: slots))
        }
        return tiers
    }

    /// What made-up accounts can bring about for nothing must not lift a shop by a tier.
    private func checkCaps(_ rules: InfluenceRules, _ reader: MappingReader) {
        let gaps = zip(rules.tiers, rules.tiers.dropFirst()).map { $1.from - $0.from }
        guard let least = gaps.min(), rules.caps.visitors + rules.caps.invitations >= least else { return }
        diagnostics.report(
            "visits and invitations may bring \(rules.caps.visitors + rules.caps.invitations) points, and a tier is "
                + "\(least) points wide", at: reader.node("caps")?.location ?? reader.location,
            expected: "caps of `visitors` and `invitations` that together are less than the narrowest tier")
    }
}
