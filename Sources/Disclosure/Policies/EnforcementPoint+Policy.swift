import Domain
public import PolicyEngine

extension EnforcementPoint {
    /// Puts another policy in force while serving, as a whole; a policy that is refused changes nothing.
    ///
    /// A request keeps to the rulebook that it took. What the policy shows less of is in force, on disk, and no answer made
    /// under the one before is written any more, when this returns. Throws ``PolicyLoadError``.
    @discardableResult
    public func load(_ policy: Policy, _ permission: PolicyPermission = PolicyPermission()) async throws -> PolicyChange
    {
        let point = self
        return try await vault.write { transaction in
            let change = try await point.rulebooks.load(policy, permission, now: point.vault.clock.now)
            try await point.register.complete()
            transaction.touchAll()
            return change
        }
    }
}
