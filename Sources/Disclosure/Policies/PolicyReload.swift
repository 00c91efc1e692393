public import PolicyEngine

/// Loads the policy anew from where the server got it, whoever asks: a signal, the API, or a command.
public struct PolicyReload: Sendable {
    private let point: EnforcementPoint
    private let load: (@Sendable () throws -> Policy)?

    /// `load` reads the files again; nothing where the policy is built in.
    public init(point: EnforcementPoint, load: (@Sendable () throws -> Policy)?) {
        self.point = point
        self.load = load
    }

    /// Puts the policy of the files in force, or says why not; the one in force then stays.
    public func perform(_ permission: PolicyPermission = PolicyPermission()) async throws(PolicyReloadError)
        -> PolicyChange
    {
        guard let load else { throw .nothingToLoad }
        do {
            return try await point.load(try load(), permission)
        } catch let error as InvalidPolicyError {
            throw .invalid(error.diagnostics)
        } catch let error as PolicyFilesError {
            throw .unreadable(error)
        } catch let error as PolicyLoadError {
            throw .refused(error)
        } catch {
            throw .failed
        }
    }
}
