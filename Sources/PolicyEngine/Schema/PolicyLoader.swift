/// Turns the texts of policy files into a policy, or into every mistake that is in them.
public struct PolicyLoader: Sendable {
    /// The files that make a policy.
    ///
    /// `invariants.yaml` may stand beside them and is read elsewhere.
    static let fileNames = [
        "aggregates.yaml", "disclosure.yaml", "release.yaml", "sensitive.yaml", "shop.yaml", "sources.yaml",
    ]
    private static let ignoredNames = ["invariants.yaml"]

    private let digest: @Sendable ([UInt8]) -> [UInt8]

    /// Takes the hash function that revisions are made of; it must yield at least eight bytes.
    public init(digest: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.digest = digest
    }

    public func load(_ files: PolicyFiles) throws(InvalidPolicyError) -> Policy {
        let diagnostics = Diagnostics(files: files.files)
        let content = content(roots(of: files, diagnostics), diagnostics)
        guard let content, diagnostics.reported.isEmpty else {
            throw InvalidPolicyError(diagnostics: diagnostics.sorted)
        }
        return Policy(content, digest: digest)
    }

    /// The parsed files by name.
    private func roots(of files: PolicyFiles, _ diagnostics: Diagnostics) -> [String: SyntaxNode] {
        var roots: [String: SyntaxNode] = [:]
        var seen: Set<String> = []
        for file in files.files where !Self.ignoredNames.contains(file.baseName) {
            let start = SourceLocation(file: file.name, line: 1, column: 1)
            guard Self.fileNames.contains(file.baseName) else {
                diagnostics.report(
                    "unknown policy file `\(file.baseName)`", at: start,
                    expected: "one of \(MappingReader.list(Self.fileNames + Self.ignoredNames))",
                    suggestion: Spelling.nearest(to: file.baseName, among: Self.fileNames))
                continue
            }
            guard seen.insert(file.baseName).inserted else {
                diagnostics.report("a second `\(file.baseName)`", at: start)
                continue
            }
            roots[file.baseName] = SyntaxParser(file: file, diagnostics: diagnostics).parse()
        }
        let folder = files.files.first.map { String($0.name.dropLast($0.baseName.count)) } ?? ""
        for name in Self.fileNames where !seen.contains(name) {
            diagnostics.report("the file is missing", at: SourceLocation(file: folder + name, line: 1, column: 1))
        }
        return roots
    }

    private func content(_ roots: [String: SyntaxNode], _ diagnostics: Diagnostics) -> PolicyContent? {
        let sources = roots["sources.yaml"].flatMap { SourcesFile($0, diagnostics) }
        let sourceIDs = sources.map { Set($0.sources.map(\.id)) }
        let sensitive = roots["sensitive.yaml"].flatMap { SensitiveFile($0, sources: sourceIDs, diagnostics) }
        let disclosure = roots["disclosure.yaml"].flatMap {
            DisclosureFile($0, classes: sensitive?.classes, sources: sourceIDs, diagnostics)
        }
        let release = roots["release.yaml"].flatMap { ReleaseFile($0, diagnostics) }
        let aggregates = roots["aggregates.yaml"].flatMap { AggregatesFile($0, diagnostics) }
        let shop = roots["shop.yaml"].flatMap { ShopFile($0, diagnostics) }
        guard let sources, let sensitive, let disclosure, let release, let aggregates, let shop else { return nil }
        let content = PolicyContent(
            taxonomyRelease: sensitive.taxonomyRelease, classes: sensitive.classes.classes, roots: sensitive.roots,
            terms: sensitive.terms, labels: disclosure.labels, preimageGoods: disclosure.preimageGoods,
            telling: disclosure.telling, levels: disclosure.levels, defaults: disclosure.defaults,
            rules: disclosure.rules, release: release.calendar, k: aggregates.k, priceBands: aggregates.priceBands,
            shop: shop.rules, sources: sources.sources)
        check(content, disclosure, diagnostics)
        return content
    }

    private func check(_ content: PolicyContent, _ file: DisclosureFile, _ diagnostics: Diagnostics) {
        let checks = RuleSetChecks(file: file, tiers: content.tiers, diagnostics: diagnostics)
        guard let space = checks.space() else { return }
        checks.checkJoins(over: space)
        // A rule that could not be read is missing here, and what it would have decided is no further mistake.
        guard diagnostics.reported.isEmpty else { return }
        checks.checkDecisions(of: DecisionTable(space: space, rules: content.rules, tiers: content.tiers))
    }
}
