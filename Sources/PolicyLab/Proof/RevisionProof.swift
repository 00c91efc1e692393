import Domain
import PolicyEngine

/// That what was consented to under one revision discloses no more under another.
///
/// The other revisions are those given, and three made from the policy: without its limits, with every grant giving
/// everything to everyone, and without rules. Each is tried as the one consented under and as the one in force.
struct RevisionProof {
    let subject: ProofSubject

    private struct Revision {
        let name: String
        let policy: Policy
    }

    /// Parts of a consent that were given before the policy in force: at least one of the three.
    private static let parts: [Consent.Ordinals] = (1..<8).map { older in
        Consent.Ordinals(
            sharing: older & 1 == 0 ? 1 : 0, level: older & 2 == 0 ? 1 : 0, classes: older & 4 == 0 ? 1 : 0)
    }

    func finding() -> Finding {
        let here = Revision(name: "this policy", policy: subject.policy)
        var finding = Finding()
        for other in others {
            compare(consented: other, inForce: here, &finding)
            compare(consented: here, inForce: other, &finding)
        }
        return finding
    }

    private var others: [Revision] {
        let policy = subject.policy
        let open = policy.rules.filter { $0.effect == .grant }.map { grant in
            var grant = grant
            grant.condition.audience = .everyone
            grant.disclosure = .full
            return grant
        }
        return subject.earlier.map { Revision(name: "revision `\($0.revision)`", policy: $0) } + [
            Revision(
                name: "this policy without its limits",
                policy: policy.replacing(rules: policy.rules.filter { $0.effect == .grant })),
            Revision(name: "this policy with its grants wide open", policy: policy.replacing(rules: open)),
            Revision(name: "this policy without rules", policy: policy.replacing(rules: [])),
        ]
    }

    private func compare(consented: Revision, inForce: Revision, _ finding: inout Finding) {
        let classes = Set((consented.policy.classes + inForce.policy.classes).map(\.code)).union([.unknown])
        let limits = Self.parts.map { ordinals in
            ConsentLimit(
                policy: inForce.policy,
                consent: .assumed(
                    sharing: true, optedIn: Array(classes), level: .full, levels: consented.policy.levels,
                    under: ordinals),
                revisions: [consented.policy.table, inForce.policy.table])
        }
        let ages = Set(consented.policy.table.space.ageSteps + inForce.policy.table.space.ageSteps).sorted()
        for code in subject.space.classes {
            for age in ages {
                for audience in Audience.others {
                    for flags in 0..<8 {
                        let facts = DecisionFacts(
                            kind: .purchase, audience: audience, classCode: code, ageInMonths: age,
                            minor: flags & 1 != 0, isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
                        compare(facts, limits, consented, inForce, &finding)
                    }
                }
            }
        }
    }

    private func compare(
        _ facts: DecisionFacts, _ limits: [ConsentLimit], _ consented: Revision, _ inForce: Revision,
        _ finding: inout Finding
    ) {
        let then = consented.policy.plain.disclosure(facts)
        let now = inForce.policy.plain.disclosure(facts)
        let needsOptIn = [Tier.coarsen, .ownerDecides].contains(inForce.policy.tier(of: facts.classCode))
        for (ordinals, limit) in zip(Self.parts, limits) {
            // That a class was opted in under another revision says nothing of classes which need no opt-in.
            if !needsOptIn, ordinals.sharing == 1, ordinals.level == 1 { continue }
            finding.cases += 1
            let disclosed = limit.disclosure(facts)
            guard finding.counterexample == nil, !(disclosed.isAtMost(then) && disclosed.isAtMost(now)) else {
                continue
            }
            let words = InputWords(policy: inForce.policy)
            finding.counterexample = Counterexample(
                "\(words.activity(facts)), consented to under \(consented.name): \(inForce.name) shows "
                    + "`\(disclosed.notation)`, but what was consented to allowed `\(then.notation)`",
                rules: words.determining(facts))
        }
    }
}
