import Domain

/// Lays overlays over a policy, and reports all that is wrong with them.
struct OverlayLoader {
    let taxonomy: Taxonomy?
    let diagnostics: Diagnostics
    static let fileName = "overlay.yaml"

    /// The merged content with the overlays by id; what was wrong has been reported.
    func lay(
        _ directories: [PolicyFiles], over base: OverlayBase, grants: SourceLocation
    ) -> (content: PolicyContent, overlays: [Overlay]) {
        var base = base
        var files: [OverlayFile] = []
        for directory in directories {
            guard let file = file(of: directory, over: base) else { continue }
            files.append(file)
            base.add(file)
        }
        // Those that may widen come first, so that what the others must not exceed includes what was allowed in writing.
        files.sort { ($0.mayWiden ? 0 : 1, $0.overlay.id) < ($1.mayWiden ? 0 : 1, $1.overlay.id) }
        var laid: [OverlayFile] = []
        var content = base.content
        for file in files {
            laid.append(file)
            let next = base.content.under(laid)
            if diagnostics.reported.isEmpty {
                check(file, from: content, to: next, beside: base.content, grants: grants)
            }
            content = next
        }
        return (content, files.map(\.overlay).sorted { $0.id < $1.id })
    }

    private func file(of directory: PolicyFiles, over base: OverlayBase) -> OverlayFile? {
        var root: SyntaxNode?
        var isFound = false
        for file in directory.files where !file.isSuite {
            let start = SourceLocation(file: file.name, line: 1, column: 1)
            if file.baseName != Self.fileName {
                diagnostics.report(
                    "unknown overlay file `\(file.baseName)`", at: start, expected: "`\(Self.fileName)`")
            } else if isFound {
                diagnostics.report("a second `\(Self.fileName)`", at: start)
            } else {
                isFound = true
                root = SyntaxParser(file: file, diagnostics: diagnostics).parse()
            }
        }
        if !isFound {
            diagnostics.report(
                "the file is missing",
                at: SourceLocation(file: directory.folder + Self.fileName, line: 1, column: 1))
        }
        return root.flatMap { OverlayFile($0, over: base, diagnostics) }
    }

    private func check(
        _ file: OverlayFile, from former: PolicyContent, to latter: PolicyContent, beside base: PolicyContent,
        grants: SourceLocation
    ) {
        OverlayTierChecks(file: file, before: former, diagnostics: diagnostics).check()
        if let taxonomy {
            RootChecks(taxonomy: taxonomy, release: latter.taxonomyRelease, diagnostics: diagnostics).check(file.roots)
        }
        guard diagnostics.reported.isEmpty else { return }
        if !file.mayWiden {
            OverlayNarrowing(
                file: file, before: former, after: latter, taxonomy: taxonomy, diagnostics: diagnostics
            ).check()
        }
        guard diagnostics.reported.isEmpty else { return }
        let checks = RuleSetChecks(
            rules: latter.rules, grantsLocation: grants, tiers: latter.tiers, diagnostics: diagnostics)
        guard let space = checks.space() else { return }
        checks.checkJoins(over: space)
        guard diagnostics.reported.isEmpty else { return }
        checks.checkDecisions(of: DecisionTable(space: space, rules: latter.rules, tiers: latter.tiers))
        guard diagnostics.reported.isEmpty else { return }
        checkUse(of: file, beside: base, tiers: latter.tiers, over: space)
    }

    /// A limit of an overlay may repeat one of the policy: it says what must hold whatever the policy comes to be.
    private func checkUse(
        of file: OverlayFile, beside base: PolicyContent, tiers: [ClassCode: Tier], over space: DecisionSpace
    ) {
        let own = Set(file.rules.map(\.id))
        let grants = base.rules.filter { $0.effect == .grant }
        let limits = file.rules.contains { $0.effect == .grant } ? base.rules.filter { $0.effect == .limit } : []
        let use = RuleUse(space: space, tiers: tiers)
        let idleGrants = use.shadowed(among: grants + limits + file.rules) {
            own.contains($0.id) && $0.effect == .grant
        }
        let idleLimits = use.shadowed(among: grants + file.rules) { own.contains($0.id) && $0.effect == .limit }
        for found in idleGrants + idleLimits where !found.isPrecaution {
            diagnostics.report(
                "`\(found.rule.id)` is shadowed: \(found.reason)", at: found.rule.location,
                expected: "a rule that changes a decision, or none")
        }
    }
}
