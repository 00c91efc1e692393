import Domain
import PolicyEngine

/// Counts what a change of policy does to owners, one after the other.
struct ConsequenceCount {
    private let before: Rulebook
    private let after: Rulebook
    private let now: Instant
    private let assumption: ConsentAssumption
    private var lines: [PolicyConsequences.Line]
    private var owners = 0
    private var people = 0
    private var items = 0

    init(from before: Rulebook, to after: Rulebook, now: Instant, assumption: ConsentAssumption) {
        self.before = before
        self.after = after
        self.now = now
        self.assumption = assumption
        lines = ActivityKind.allCases.flatMap { kind in
            Audience.others.map { PolicyConsequences.Line(audience: $0, kind: kind) }
        }
    }

    var result: PolicyConsequences {
        PolicyConsequences(
            before: before.policy.revision, after: after.policy.revision, lines: lines, owners: owners, people: people,
            items: items)
    }

    mutating func add(_ head: Head, facts: [PurchaseFacts], activities: [OwnerActivity]) {
        var known = VisibleListsBuilder(head: head, rulebook: before, now: now)
        var tried = VisibleListsBuilder(head: assumed(head), rulebook: after, now: now)
        var touched = [Bool](repeating: false, count: lines.count * 2)
        for fact in facts {
            for audience in Audience.others {
                note(
                    known.decision(fact, audience), tried.decision(fact, audience), category: fact.category, .purchase,
                    audience, &touched)
            }
        }
        for activity in activities {
            for audience in Audience.others {
                note(
                    known.decision(activity, audience), tried.decision(activity, audience), category: 0, activity.kind,
                    audience, &touched)
            }
        }
        people += 1
        items += facts.count + activities.count
        if touched.contains(true) { owners += 1 }
        for index in lines.indices {
            if touched[index * 2] { lines[index].widened.owners += 1 }
            if touched[index * 2 + 1] { lines[index].narrowed.owners += 1 }
        }
    }

    private mutating func note(
        _ old: Disclosure, _ new: Disclosure, category: UInt32, _ kind: ActivityKind, _ audience: Audience,
        _ touched: inout [Bool]
    ) {
        let index = Int(kind.rawValue) * Audience.others.count + Int(audience.rawValue) - 1
        if !old.isNothing { lines[index].shownBefore += 1 }
        if !new.isNothing { lines[index].shownAfter += 1 }
        let label = labelChange(old, new, category: category)
        if !new.isAtMost(old) || label.tellsMore {
            lines[index].widened.items += 1
            touched[index * 2] = true
        }
        if !old.isAtMost(new) || label.tellsLess {
            lines[index].narrowed.items += 1
            touched[index * 2 + 1] = true
        }
    }

    /// Whether the category by which the good is shown is another one.
    private func labelChange(
        _ old: Disclosure, _ new: Disclosure, category: UInt32
    ) -> (tellsMore: Bool, tellsLess: Bool) {
        guard old.product == new.product, old.product > .exact,
            let first = before.label(of: category, old.product), let second = after.label(of: category, new.product),
            first.number != second.number
        else { return (false, false) }
        let isDeeper = after.taxonomy.lineage(of: second.number).contains { $0.number == first.number }
        return (isDeeper, !isDeeper)
    }

    private func assumed(_ head: Head) -> Head {
        guard case .givenAnew = assumption, let sharing = head.consent.sharing else { return head }
        var head = head
        let stamp = ConsentStamp(revision: after.ordinal, at: now)
        head.consent.sharing = Consent.Sharing(since: sharing.since, stamp: stamp)
        head.consent.classes = head.consent.classes.mapValues { _ in stamp }
        head.consent.choices = head.consent.choices.mapValues { choice in
            Consent.Choice(
                level: choice.level, disclosure: after.policy.levels.disclosure(choice.level), stamp: stamp)
        }
        return head
    }
}
