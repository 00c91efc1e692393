import Domain
import PolicyEngine

extension DecisionFacts {
    /// Whether an activity can have these facts under a policy.
    ///
    /// Only purchases age, are private or concern third parties; shops and milestones are about no goods, which is the
    /// ordinary class.
    func canHappen(under policy: Policy) -> Bool {
        switch kind {
        case .purchase, .pick, .offer: arePossible
        case .shop, .milestone: arePossible && classCode == policy.ordinaryClassCode
        }
    }
}
