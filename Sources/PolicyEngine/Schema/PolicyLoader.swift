/// Turns the texts of policy files into a policy, or into every mistake that is in them.
public struct PolicyLoader: Sendable {
    /// The files that make a policy; `invariants.yaml` and `retention.yaml` may stand beside them, and suites in `tests/`.
    static let fileNames = [
        "aggregates.yaml", "disclosure.yaml", "release.yaml", "sensitive.yaml", "shop.yaml", "sources.yaml",
    ]
    private static let optionalNames = ["invariants.yaml", "retention.yaml"]

    private let digest: @Sendable ([UInt8]) -> [UInt8]

    /// Takes the hash function that revisions are made of; it must yield at least eight bytes.
    public init(digest: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.digest = digest
    }

    /// The policy of the files, with its suites and invariants, or every mistake that is in any of them.
    public func load(_ files: PolicyFiles) throws(InvalidPolicyError) -> PolicySet {
        let diagnostics = Diagnostics(files: files.files)
        let roots = roots(of: files, diagnostics)
        var content = content(roots, diagnostics)
        let classes = content.map { ClassDirectory($0.classes) }
        let sources = content.map { Set($0.sources.map(\.id)) }
        let invariants = roots["invariants.yaml"].flatMap {
            InvariantsFile($0, classes: classes, sources: sources, diagnostics)
        }
        let retention = roots["retention.yaml"].flatMap { RetentionFile($0, sources: sources, diagnostics) }
        content?.retention = retention?.rules
        let suites = suites(of: files, content, diagnostics)
        guard let content, diagnostics.reported.isEmpty else {
            throw InvalidPolicyError(diagnostics: diagnostics.sorted)
        }
        return PolicySet(
            policy: Policy(content, digest: digest), suites: suites, invariants: invariants?.invariants ?? [])
    }

    private func suites(
        of files: PolicyFiles, _ content: PolicyContent?, _ diagnostics: Diagnostics
    ) -> [Suite] {
        files.files.filter(\.isSuite).compactMap { file in
            SyntaxParser(file: file, diagnostics: diagnostics).parse().flatMap {
                SuiteFile($0, policy: content, diagnostics)?.suite
            }
        }
    }

    /// The parsed files by name.
    private func roots(of files: PolicyFiles, _ diagnostics: Diagnostics) -> [String: SyntaxNode] {
        var roots: [String: SyntaxNode] = [:]
        var seen: Set<String> = []
        for file in files.files where !file.isSuite {
            let start = SourceLocation(file: file.name, line: 1, column: 1)
            guard (Self.fileNames + Self.optionalNames).contains(file.baseName) else {
                diagnostics.report(
                    "unknown policy file `\(file.baseName)`", at: start,
                    expected: "one of \(MappingReader.list(Self.fileNames + Self.optionalNames))",
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
