public import Domain

/// The decision for one owner: what the policy allows, met with what the owner agreed to and with every revision under
/// which a part of that was given.
public struct ConsentLimit: Sendable {
    private let policy: Policy
    private let consent: Consent
    private let revisions: [DecisionTable?]

    /// `revisions` holds the tables of all revisions by ordinal; a consent that names a missing one discloses nothing.
    public init(policy: Policy, consent: Consent, revisions: [DecisionTable?]) {
        self.policy = policy
        self.consent = consent
        self.revisions = revisions
    }

    /// What may be disclosed of a purchase, in normal form.
    ///
    /// INVARIANT: at most what the policy in force allows, and at most what the revision of each consent allowed.
    public func disclosure(_ facts: DecisionFacts) -> Disclosure {
        let allowed = policy.table.disclosure(facts)
        if facts.audience == .owner || allowed.isNothing { return allowed }
        let tier = policy.tier(of: facts.classCode)
        guard tier != .withhold, let sharing = consent.sharing,
            let choice = consent.choices[Consent.Setting(audience: facts.audience, tier: tier)]
        else { return .nothing }
        var disclosure = allowed.meet(choice.disclosure)
        var stamps = [sharing.stamp, choice.stamp]
        if tier != .ordinary {
            guard let optedIn = consent.classes[facts.classCode] else { return .nothing }
            stamps.append(optedIn)
        }
        for stamp in stamps {
            guard let ordinal = Int(exactly: stamp.revision), revisions.indices.contains(ordinal),
                let revision = revisions[ordinal]
            else { return .nothing }
            disclosure = disclosure.meet(revision.disclosure(facts))
        }
        return disclosure
    }
}
