import Domain

/// `aggregates.yaml`: how many make a crowd, and the bands of prices.
struct AggregatesFile {
    let k: Int
    let priceBands: PriceBands

    /// How many may be asked for; one is no crowd.
    static let crowd = Shape.integer(2...1_000_000)
    private static let amounts = 0...Int(Money.maximumMinorUnits)

    static let fields: [Field] = [
        .required("k", crowd, "Distinct people who must stand behind a figure."),
        .required(
            "priceBands",
            .entries(of: .list(of: .integer(amounts)), named: "^([A-Z]{3}|default)$", required: ["default"]),
            "Lower edges in minor units, by currency; the first is 0, and they rise."),
    ]

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        k = file.integer("k") ?? 2
        priceBands = Self.bands(file)
    }

    private static func bands(_ file: MappingReader) -> PriceBands {
        guard let node = file.node("priceBands") else { return PriceBands(defaultEdges: [0], edgesByCurrency: [:]) }
        guard case .mapping(let entries) = node.content else {
            file.diagnostics.report(
                "`priceBands` cannot be \(node.description)", at: node.location, expected: "a mapping of currencies")
            return PriceBands(defaultEdges: [0], edgesByCurrency: [:])
        }
        var defaultEdges: [Int64]?
        var edgesByCurrency: [String: [Int64]] = [:]
        for entry in entries {
            let edges = edges(entry.value, of: entry.key, file)
            if entry.key == "default" {
                defaultEdges = edges
            } else if Currency(active: entry.key) != nil {
                edgesByCurrency[entry.key] = edges
            } else {
                file.diagnostics.report(
                    "unknown currency `\(entry.key)`", at: entry.keyLocation,
                    expected: "`default`, or a code of ISO 4217",
                    suggestion: Currency.suggestion(for: entry.key))
            }
        }
        if defaultEdges == nil { file.diagnostics.report("missing key `default` in `priceBands`", at: node.location) }
        return PriceBands(defaultEdges: defaultEdges ?? [0], edgesByCurrency: edgesByCurrency)
    }

    /// Lower edges: the first is 0, and each lies above the one before it.
    private static func edges(_ node: SyntaxNode, of name: String, _ file: MappingReader) -> [Int64] {
        guard case .sequence(let nodes) = node.content, !nodes.isEmpty else {
            file.diagnostics.report(
                "the bands of `\(name)` cannot be \(node.description)", at: node.location,
                expected: "a list of lower edges")
            return [0]
        }
        var edges: [Int64] = []
        for node in nodes {
            guard let edge = file.integer(node, named: "an edge", in: amounts) else {
                continue
            }
            if edges.isEmpty, edge != 0 {
                file.diagnostics.report(
                    "the first band of `\(name)` begins at \(edge)", at: node.location, expected: "`0`")
            } else if let last = edges.last, edge <= last {
                file.diagnostics.report(
                    "the edge \(edge) of `\(name)` does not lie above \(last)", at: node.location,
                    expected: "edges that rise")
            }
            edges.append(Int64(edge))
        }
        return edges.isEmpty ? [0] : edges
    }
}
