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
        do {
            return try await perform(policy, permission)
        } catch let error as PolicyLoadError {
            throw await error.counted(ExpiryCount(vault: vault, tokens: tokens), policy)
        }
    }

    private func perform(_ policy: Policy, _ permission: PolicyPermission) async throws -> PolicyChange {
        let point = self
        return try await vault.write { transaction in
            let change = try await point.rulebooks.load(policy, permission, now: point.vault.clock.now)
            try await point.register.complete()
            transaction.touchAll()
            return change
        }
    }
}

extension PolicyLoadError {
    /// The same, with what the policy would erase where it is refused for that.
    func counted(_ count: ExpiryCount, _ policy: Policy) async -> PolicyLoadError {
        guard case .destroys(let changes, _) = self else { return self }
        return .destroys(changes, taking: try? await count.extent(under: policy.retention))
    }
}
