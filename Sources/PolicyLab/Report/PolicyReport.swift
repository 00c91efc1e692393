public import Domain
import Mustache
public import PolicyEngine

/// A policy for people who do not read YAML: one page of HTML that needs nothing else.
public struct PolicyReport: Sendable {
    let policy: Policy
    let taxonomy: Taxonomy
    let findings: ReportedFindings
    /// When it was made: `2026-11-24`.
    let madeOn: String
    /// Which language shows first; the other is a click away.
    let startsInChinese: Bool

    public init(
        _ policy: Policy, taxonomy: Taxonomy, findings: ReportedFindings, madeOn day: CivilDay,
        startsInChinese: Bool = false
    ) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.findings = findings
        madeOn = day.description
        self.startsInChinese = startsInChinese
    }

    /// The page.
    public func html() throws -> String {
        var library = MustacheLibrary()
        try library.register(ReportTemplate.both, named: "both")
        try library.register(ReportTemplate.page, named: "page")
        return library.render(content(), withTemplate: "page") ?? ""
    }

    private func content() -> ReportContent {
        let matrix = ReportMatrix(policy: policy, taxonomy: taxonomy)
        return ReportContent(
            revision: policy.revision, release: policy.taxonomyRelease, madeOn: madeOn,
            startsInEnglish: !startsInChinese, startsInChinese: startsInChinese, style: ReportStyle.css,
            figures: figures(), audiences: Audience.others.map(\.phrase), tiers: matrix.sections(),
            proved: findings.proved.map {
                ReportContent.Proved(
                    id: $0.id, says: $0.says, holds: $0.holds, isBroken: !$0.holds,
                    counterexample: $0.counterexample)
            },
            isProved: !findings.proved.isEmpty, cells: Self.grouped(findings.cellCount),
            shares: findings.shares.map {
                ReportContent.Share(
                    name: $0.name, part: Self.grouped($0.part), whole: Self.grouped($0.whole), percent: Self.percent($0)
                )
            },
            isTested: !findings.shares.isEmpty, survivors: findings.survivors,
            hasSurvivors: !findings.survivors.isEmpty, former: findings.former,
            hasChanges: !findings.changes.isEmpty,
            isUnchanged: findings.former != nil && findings.changes.isEmpty,
            changes: findings.changes.map { ReportContent.Change(isWider: $0.isWider, text: $0.text) },
            rules: rules(), sources: sources())
    }

    private func figures() -> [ReportContent.Figure] {
        let proved = findings.proved.count { $0.holds }
        var figures = [
            ReportContent.Figure(
                value: Self.grouped(policy.classes.count), name: Bilingual("classes of goods", "商品类别")),
            ReportContent.Figure(
                value: Self.grouped(taxonomy.categories.count), name: Bilingual("categories classified", "已分类的类目")),
            ReportContent.Figure(value: Self.grouped(policy.rules.count), name: Bilingual("rules", "规则")),
        ]
        if !findings.proved.isEmpty {
            figures.append(
                ReportContent.Figure(
                    value: "\(proved) / \(findings.proved.count)", name: Bilingual("promises proved", "已证明的承诺")))
        }
        return figures
    }

    private func rules() -> [ReportContent.Rule] {
        policy.rules.map { rule in
            ReportContent.Rule(
                id: rule.id, isGrant: rule.effect == .grant,
                effect: rule.effect == .grant ? Bilingual("gives", "给予") : Bilingual("leaves at most", "至多保留"),
                phrase: rule.disclosure == .full ? Bilingual("everything", "全部") : rule.disclosure.phrase,
                because: rule.because.sorted())
        }
    }

    private func sources() -> [ReportContent.Source] {
        policy.sources.map {
            ReportContent.Source(
                id: $0.id, title: $0.title, reference: $0.reference,
                isLink: $0.reference.hasPrefix("https://"), demands: Bilingual($0.demands, otherwise: ""))
        }
    }

    /// `10,595`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    private static func percent(_ share: ReportedFindings.Share) -> String {
        guard share.whole > 0 else { return "—" }
        let tenths = share.part * 1000 / share.whole
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
