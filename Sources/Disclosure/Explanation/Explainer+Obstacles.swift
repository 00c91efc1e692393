import Domain
import PolicyEngine

extension Explainer {
    /// Why a purchase is not disclosed: the first reason on the way that a decision takes.
    func obstacle(_ purchase: PurchaseFacts, _ audience: Audience, _ explanation: Explanation) -> Obstacle {
        if !purchase.override.admits(audience) { return .itemSetting }
        if purchase.flags.contains(.returned) { return .returned }
        guard let sharing = owner.consent.sharing else { return .sharingOff }
        if Int64(purchase.minute) * 60 < sharing.since.seconds { return .beforeSharing }
        if explanation.allowed.isNothing { return .rules }
        if explanation.consented.isNothing { return consentObstacle(audience, explanation) }
        if explanation.fitting.isNothing { return .fewGoods }
        if rulebook.openings.nextEnd(after: now) == nil { return .tellingForm }
        let classes = explanation.classes.map(\.code)
        let isTelling = rulebook.isTelling(explanation.fitting, category: purchase.category, classes: classes) { code in
            // Every class is asked about as this purchase is.
            guard var question = explanation.facts.first else { return .nothing }
            question.classCode = code
            return ConsentLimit(policy: rulebook.policy, consent: owner.consent, revisions: rulebook.revisions)
                .disclosure(question)
        }
        return isTelling ? .tellingForm : .notYetReleased
    }

    private func consentObstacle(_ audience: Audience, _ explanation: Explanation) -> Obstacle {
        for finding in explanation.classes
        where finding.tier != .ordinary && owner.consent.classes[finding.code] == nil {
            return .notOptedIn
        }
        let chosen = explanation.classes.map { finding in
            owner.consent.choices[Consent.Setting(audience: audience, tier: finding.tier)]?.disclosure ?? .nothing
        }
        let met = chosen.reduce(explanation.allowed) { $0.meet($1) }
        return met.isNothing ? .level : .earlierRevision
    }

    /// Why something that is disclosed is not to be seen now.
    func obstacle(ofRelease release: Instant?, visibleFrom: Instant, isListed: Bool) -> Obstacle? {
        guard let release, release <= now else { return .notYetReleased }
        if release < visibleFrom { return .beforeFriendship }
        return isListed ? nil : .held
    }
}
