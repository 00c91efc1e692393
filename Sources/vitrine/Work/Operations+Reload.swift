import Disclosure

extension Operations {
    /// Loads the policy anew where one is being served; otherwise there is nobody who would.
    func reloadPolicy(_ permission: PolicyPermission) async throws -> OperationResult {
        guard isServing else {
            throw CommandFailure(
                "no server holds `\(installation.directory.path)`; the policy is read when one starts",
                exitCode: .refused)
        }
        do {
            let change = try await installation.reload.perform(permission)
            return .policy(former: change.former, current: change.current)
        } catch {
            throw CommandFailure(explaining: error) ?? CommandFailure("it failed", exitCode: .failure)
        }
    }
}
