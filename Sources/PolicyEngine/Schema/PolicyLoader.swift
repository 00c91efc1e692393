public import Domain

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

    /// The policy of the files with overlays laid over it, its suites and invariants, or every mistake in any of them.
    ///
    /// The taxonomy is what the nodes of roots are looked up in; without it, an overlay whose roots do not withhold is
    /// refused, as nobody can tell what it does.
    public func load(
        _ files: PolicyFiles, taxonomy: Taxonomy? = nil, overlays: [PolicyFiles] = []
    ) throws(InvalidPolicyError) -> PolicySet {
        let all = [files] + overlays
        let diagnostics = Diagnostics(files: all.flatMap(\.files))
        let roots = roots(of: files, diagnostics)
        var content: PolicyContent?
        var base: PolicyContent?
        var laid: [Overlay] = []
        if let read = self.base(roots, taxonomy, diagnostics) {
            let loader = OverlayLoader(taxonomy: taxonomy, diagnostics: diagnostics)
            let merged = loader.lay(overlays, over: read.base, grants: read.grants)
            base = read.base.content
            content = merged.content
            laid = merged.overlays
        }
        let classes = content.map { ClassDirectory($0.classes) }
        let sources = content.map { Set($0.sources.map(\.id)) }
        let invariants = roots["invariants.yaml"].flatMap {
            InvariantsFile($0, classes: classes, sources: sources, levels: content?.levels, diagnostics)
        }
        let retention = roots["retention.yaml"].flatMap { RetentionFile($0, sources: sources, diagnostics) }
        content?.retention = retention?.rules
        var taken: [String: SourceLocation] = [:]
        let own = self.suites(of: files, base, taxonomy, &taken, diagnostics)
        let laidOver = overlays.flatMap { self.suites(of: $0, content, taxonomy, &taken, diagnostics) }
        // What the policy of a directory is expected to do is not what it does under an overlay.
        let suites = overlays.isEmpty ? own : laidOver
        guard let content, diagnostics.reported.isEmpty else {
            throw InvalidPolicyError(diagnostics: diagnostics.sorted)
        }
        return PolicySet(
            policy: Policy(content, digest: digest), suites: suites, invariants: invariants?.invariants ?? [],
            overlays: laid)
    }

    private func suites(
        of files: PolicyFiles, _ content: PolicyContent?, _ taxonomy: Taxonomy?,
        _ taken: inout [String: SourceLocation], _ diagnostics: Diagnostics
    ) -> [Suite] {
        files.files.filter(\.isSuite).compactMap { file in
            guard file.baseName.hasSuffix(".yaml") else {
                diagnostics.report(
                    "unknown suite `\(file.baseName)`", at: SourceLocation(file: file.name, line: 1, column: 1),
                    expected: "a name that ends in `.yaml`")
                return nil
            }
            guard let root = SyntaxParser(file: file, diagnostics: diagnostics).parse(),
                let suite = SuiteFile(root, policy: content, taxonomy: taxonomy, diagnostics)?.suite
            else { return nil }
            if let first = taken.updateValue(suite.location, forKey: suite.name) {
                diagnostics.report(
                    "the suite `\(suite.name)` has the name of that in `\(first.file)`", at: suite.location)
            }
            return suite
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
        for name in Self.fileNames where !seen.contains(name) {
            diagnostics.report("the file is missing", at: SourceLocation(file: files.folder + name, line: 1, column: 1))
        }
        return roots
    }

    /// The policy of the files themselves, with the places that overlays need.
    private func base(
        _ roots: [String: SyntaxNode], _ taxonomy: Taxonomy?, _ diagnostics: Diagnostics
    ) -> (base: OverlayBase, grants: SourceLocation)? {
        let sources = roots["sources.yaml"].flatMap { SourcesFile($0, diagnostics) }
        let sourceIDs = sources.map { Set($0.sources.map(\.id)) }
        let sensitive = roots["sensitive.yaml"].flatMap { SensitiveFile($0, sources: sourceIDs, diagnostics) }
        let disclosure = roots["disclosure.yaml"].flatMap {
            DisclosureFile($0, classes: sensitive?.classes, sources: sourceIDs, diagnostics)
        }
        let release = roots["release.yaml"].flatMap { ReleaseFile($0, diagnostics) }
        let aggregates = roots["aggregates.yaml"].flatMap { AggregatesFile($0, diagnostics) }
        let shop = roots["shop.yaml"].flatMap { ShopFile($0, diagnostics) }
        if let sensitive, let taxonomy {
            RootChecks(taxonomy: taxonomy, release: sensitive.taxonomyRelease, diagnostics: diagnostics)
                .check(sensitive.placedRoots)
        }
        guard let sources, let sensitive, let disclosure, let release, let aggregates, let shop else { return nil }
        let content = PolicyContent(
            taxonomyRelease: sensitive.taxonomyRelease, classes: sensitive.classes.classes, roots: sensitive.roots,
            terms: sensitive.terms, labels: disclosure.labels, preimageGoods: disclosure.preimageGoods,
            telling: disclosure.telling, levels: disclosure.levels, defaults: disclosure.defaults,
            rules: disclosure.rules, release: release.calendar, k: aggregates.k, priceBands: aggregates.priceBands,
            shop: shop.rules, sources: sources.sources)
        check(content, disclosure.grantsLocation, diagnostics)
        let base = OverlayBase(
            content: content, sourcePlaces: sources.places, classPlaces: sensitive.classPlaces,
            rulePlaces: Dictionary(content.rules.map { ($0.id, $0.location) }) { first, _ in first })
        return (base, disclosure.grantsLocation)
    }

    private func check(_ content: PolicyContent, _ grants: SourceLocation, _ diagnostics: Diagnostics) {
        let checks = RuleSetChecks(
            rules: content.rules, grantsLocation: grants, tiers: content.tiers, diagnostics: diagnostics)
        guard let space = checks.space() else { return }
        checks.checkJoins(over: space)
        // A rule that could not be read is missing here, and what it would have decided is no further mistake.
        guard diagnostics.reported.isEmpty else { return }
        checks.checkDecisions(of: DecisionTable(space: space, rules: content.rules, tiers: content.tiers))
        guard diagnostics.reported.isEmpty else { return }
        checks.checkUse(over: space)
    }
}
