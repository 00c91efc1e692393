import Domain
import PolicyEngine

/// Retraces a decision step by step.
///
/// What is disclosed and released is taken from the visible lists, as serving takes it; the steps only say why.
struct Explainer {
    let rulebook: Rulebook
    let owner: Head
    let now: Instant

    /// What an audience sees of a purchase, among the visible lists that it is, or is not, in.
    func explanation(
        of purchase: PurchaseFacts, for audience: Audience?, visibleFrom: Instant, in lists: VisibleLists
    ) -> Explanation {
        var explanation = Explanation(audience: audience)
        explanation.classes = findings(purchase)
        let asked = audience ?? .everyone
        let policy = rulebook.policy
        let limit = ConsentLimit(policy: policy, consent: owner.consent, revisions: rulebook.revisions)
        ask(
            explanation.classes.map { finding in
                DecisionFacts(
                    kind: .purchase, audience: asked, classCode: finding.code,
                    ageInMonths: policy.release.ageInMonths(of: purchase.bucket(.month), at: now),
                    minor: purchase.flags.contains(.minor) || owner.isMinor,
                    isPrivate: purchase.flags.contains(.isPrivate),
                    thirdParty: purchase.flags.contains(.thirdParty))
            }, &explanation)
        explanation.consented = explanation.facts.reduce(.full) { $0.meet(limit.disclosure($1)) }
        explanation.fitting = rulebook.fitting(explanation.consented, category: purchase.category)
        guard let audience else {
            explanation.obstacle = .blocked
            return explanation
        }
        if audience == .owner {
            explanation.disclosure = explanation.allowed
            return explanation
        }
        explanation.disclosure = VisibleListsBuilder.decision(
            purchase, head: owner, audience: audience, rulebook: rulebook, now: now)
        guard let size = explanation.disclosure.time.bucketSize else {
            explanation.obstacle = obstacle(purchase, audience, explanation)
            return explanation
        }
        let release = purchase.release(size)
        explanation.releasedAt = release < Int64(UInt32.max) ? Instant(seconds: release * 60) : nil
        explanation.obstacle = obstacle(
            ofRelease: explanation.releasedAt, visibleFrom: visibleFrom,
            isListed: lists[audience].contains { $0.tie == purchase.nonce && $0.kind == .purchase })
        return explanation
    }

    /// What an audience sees of something that happened in a shop.
    func explanation(
        of activity: OwnerActivity, for audience: Audience?, visibleFrom: Instant, in lists: VisibleLists
    ) -> Explanation {
        var explanation = Explanation(audience: audience)
        let good = rulebook.good(activity.product)
        let code = activity.product == 0 ? rulebook.policy.ordinaryClassCode : good?.classCode ?? .unknown
        explanation.classes = [
            finding(
                code, [activity.product == 0 ? .noGoods : .productNow], good.map { reason($0.product) })
        ]
        ask(
            [
                DecisionFacts(
                    kind: activity.kind, audience: audience ?? .everyone, classCode: code, ageInMonths: 0,
                    minor: owner.isMinor, isPrivate: false, thirdParty: false)
            ], &explanation)
        explanation.consented = explanation.allowed
        explanation.fitting = explanation.allowed
        guard let audience else {
            explanation.obstacle = .blocked
            return explanation
        }
        if explanation.allowed.isNothing {
            explanation.obstacle = .rules
        } else if activity.product != 0, good?.product.status != .listed {
            explanation.obstacle = .noGood
        } else if explanation.allowed.product != .exact || explanation.allowed.time != .minute {
            explanation.obstacle = .coarse
        }
        guard explanation.obstacle == nil else { return explanation }
        explanation.disclosure = explanation.allowed
        if audience == .owner { return explanation }
        explanation.releasedAt = Instant(seconds: activity.at.minutes * 60)
        explanation.obstacle = obstacle(
            ofRelease: explanation.releasedAt, visibleFrom: visibleFrom,
            isListed: lists[audience].contains { $0.tie == activity.nonce && $0.kind == activity.kind })
        return explanation
    }

    private func ask(_ facts: [DecisionFacts], _ explanation: inout Explanation) {
        let policy = rulebook.policy
        explanation.facts = facts
        var matching: [String: Rule] = [:]
        var determining: [String: Rule] = [:]
        for question in facts {
            for rule in policy.plain.matching(question) { matching[rule.id] = rule }
            for rule in policy.plain.determining(question) { determining[rule.id] = rule }
        }
        explanation.rules = matching.values.sorted { $0.id < $1.id }
        explanation.determining = determining.values.sorted { $0.id < $1.id }
        explanation.allowed = facts.reduce(.full) { $0.meet(policy.table.disclosure($1)) }
    }

    private func findings(_ purchase: PurchaseFacts) -> [ClassFinding] {
        let good = rulebook.good(purchase.product)
        let origins: [(ClassFinding.Origin, ClassCode)] = [
            (.atPurchase, purchase.classCode), (.productNow, good?.classCode ?? .unknown),
            (.categoryNow, rulebook.classifier.classCode(ofCategory: purchase.category)),
        ]
        let reason = good.map { self.reason($0.product) }
        return rulebook.classes(of: purchase).map { code in
            finding(code, origins.filter { $0.1 == code }.map(\.0), reason?.classCode == code ? reason : nil)
        }
    }

    private func finding(
        _ code: ClassCode, _ origins: [ClassFinding.Origin], _ reason: ClassificationReason?
    ) -> ClassFinding {
        ClassFinding(
            code: code, id: rulebook.policy.sensitivityClass(code)?.id ?? "unknown",
            tier: rulebook.policy.tier(of: code), origins: origins, reason: reason)
    }

    private func reason(_ product: Product) -> ClassificationReason {
        rulebook.classifier.reason(category: product.categoryID, title: product.title, brand: product.brand)
    }
}
