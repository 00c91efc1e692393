public import PolicyEngine
import Synchronization

/// Loads the policy anew from where the server got it, whoever asks: a signal, the API, or a command.
public final class PolicyReload: Sendable {
    private let follower = Mutex<@Sendable (PolicyChange) async -> Void>({ _ in })
    private let point: EnforcementPoint
    private let load: (@Sendable () throws -> Policy)?

    /// `load` reads the files again; nothing where the policy is built in.
    public init(point: EnforcementPoint, load: (@Sendable () throws -> Policy)?) {
        self.point = point
        self.load = load
    }

    /// Says what is done once another policy is in force, before whoever asked for it is answered.
    public func onChange(_ follower: @escaping @Sendable (PolicyChange) async -> Void) {
        self.follower.withLock { $0 = follower }
    }

    /// Puts the policy of the files in force, or says why not; the one in force then stays.
    public func perform(_ permission: PolicyPermission = PolicyPermission()) async throws(PolicyReloadError)
        -> PolicyChange
    {
        guard let load else { throw .nothingToLoad }
        do {
            let change = try await point.load(try load(), permission)
            await follower.withLock(\.self)(change)
            return change
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
