import Disclosure
import Domain
import PolicyEngine

/// A suite's world under one policy.
struct SuiteStage {
    private let world: SuiteWorld
    private let rehearsal: Rehearsal
    private let cast: RehearsedCast

    init(_ world: SuiteWorld, _ rehearsal: Rehearsal) throws(RefusedConsentError) {
        self.world = world
        self.rehearsal = rehearsal
        cast = try world.cast(under: rehearsal.policy)
    }

    /// What the viewer of a case sees, with what leads to it.
    func explanation(of one: Suite.Case) throws(IntakeError) -> Explanation? {
        let viewer: RehearsedViewer =
            switch one.viewer {
            case .person(let handle): .person(handle)
            case .audience(let audience): .audience(audience)
            }
        return try rehearsal.explanation(of: world.activities[one.activity], in: cast, for: viewer, at: one.now)
    }
}
