import Domain
import PolicyEngine

/// What the suites should look at at least once: a kind of activity, for an audience, with goods of a class, opted in or not.
struct CoverageCell: Hashable {
    let kind: ActivityKind
    let audience: Audience
    let classCode: ClassCode
    /// Nothing where there is nothing to opt in: for anything but purchases, ordinary goods, and tier A.
    let isOptedIn: Bool?

    /// Whether opting in applies to purchases of goods of that class.
    static func canOptIn(_ kind: ActivityKind, _ tier: Tier) -> Bool {
        kind == .purchase && (tier == .coarsen || tier == .ownerDecides)
    }

    /// Every cell of a policy: purchases, picks and offers of every class and of unclassified goods, shops and milestones
    /// without goods; for everybody but the owner, as what owners see of their own is checked at load.
    static func all(_ policy: Policy) -> [CoverageCell] {
        ActivityKind.allCases.flatMap { kind in
            Audience.others.flatMap { audience in
                codes(kind, policy).flatMap { code in
                    let choices: [Bool?] = canOptIn(kind, policy.tier(of: code)) ? [false, true] : [nil]
                    return choices.map {
                        CoverageCell(kind: kind, audience: audience, classCode: code, isOptedIn: $0)
                    }
                }
            }
        }
    }

    private static func codes(_ kind: ActivityKind, _ policy: Policy) -> [ClassCode] {
        switch kind {
        case .purchase, .pick, .offer: policy.classes.map(\.code) + [.unknown]
        case .shop, .milestone: [policy.ordinaryClassCode]
        }
    }
}
