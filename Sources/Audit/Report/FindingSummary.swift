/// Hits as findings: one for each kind, form and place, and one for people side by side.
enum FindingSummary {
    /// Two people this near to each other are a relation.
    private static let reach = 64

    /// Precondition: the hits are of one file, in the order of their offsets.
    static func findings(_ hits: [Hit]) -> [AuditFinding] {
        struct Key: Hashable {
            var kind: NeedleKind
            var form: NeedleForm
            var area: String
        }
        var groups: [Key: (first: Hit, count: Int)] = [:]
        for hit in hits {
            let key = Key(kind: hit.kind, form: hit.form, area: hit.spot.area)
            groups[key] = (groups[key]?.first ?? hit, (groups[key]?.count ?? 0) + 1)
        }
        var findings = groups.values.sorted { $0.first.offset < $1.first.offset }.map { group in
            finding(.inClear, "\(what(group.first)) as \(group.first.form.text)", group.first, group.count)
        }
        if let relation = relations(hits) { findings.append(relation) }
        return findings
    }

    private static func what(_ hit: Hit) -> String {
        hit.kind == .canary ? "canary \(hit.subject + 1)" : "\(hit.kind.text)"
    }

    private static func relations(_ hits: [Hit]) -> AuditFinding? {
        let people = hits.filter { $0.kind.namesPerson }
        let pairs = zip(people, people.dropFirst()).filter { first, second in
            first.subject != second.subject && second.offset - first.offset <= reach
        }
        return pairs.first.map { finding(.relation, "two people side by side", $0.0, pairs.count) }
    }

    private static func finding(_ kind: AuditFinding.Kind, _ what: String, _ hit: Hit, _ count: Int) -> AuditFinding {
        AuditFinding(
            kind, what, file: hit.spot.file, area: hit.spot.area, page: hit.spot.page, offset: hit.offset, count: count)
    }
}
