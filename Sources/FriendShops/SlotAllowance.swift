public import Disclosure
public import Domain
import PolicyEngine

/// Says how many picks a shop may have.
public protocol SlotAllowance: Sendable {
    func slots(of owner: PersonID) async throws(VaultError) -> Int
}

/// As many as the shop's tier of influence gives, and never fewer than every shop begins with.
public struct TieredSlots: SlotAllowance {
    private let point: EnforcementPoint

    public init(point: EnforcementPoint) {
        self.point = point
    }

    public func slots(of owner: PersonID) async throws(VaultError) -> Int {
        let rules = point.rulebook.policy.shop
        guard let influence = rules.influence else { return rules.slots }
        return max(rules.slots, influence.slots(forTier: try await point.epochs.standing(of: owner).tier))
    }
}
