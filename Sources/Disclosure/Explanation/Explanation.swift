public import Domain
public import PolicyEngine

/// Everything that leads to what a viewer sees of one activity.
///
/// Sensitivity: names the class of a purchase; for the operator and for made-up worlds, never for a viewer, never logged.
public struct Explanation: Sendable {
    /// The audience that the viewer is in; nothing for somebody blocked, who is in none.
    public let audience: Audience?
    /// The classes it belongs to, the one at purchase first.
    public internal(set) var classes: [ClassFinding] = []
    /// What the rules were asked, class by class.
    public internal(set) var facts: [DecisionFacts] = []
    /// Every rule that matched, by id.
    public internal(set) var rules: [Rule] = []
    /// The rules that the decision rests on, by id.
    public internal(set) var determining: [Rule] = []
    /// What the rules disclose.
    public internal(set) var allowed = Disclosure.nothing
    /// That, met with what the owner agreed to.
    public internal(set) var consented = Disclosure.nothing
    /// That, in a form that enough goods fit.
    public internal(set) var fitting = Disclosure.nothing
    /// Why the viewer sees nothing.
    public internal(set) var obstacle: Obstacle?
    /// What is disclosed once it is released, in normal form; `nothing` where it is suppressed.
    public internal(set) var disclosure = Disclosure.nothing
    /// From when on it may be seen in the form that is disclosed.
    public internal(set) var releasedAt: Instant?
    /// Until when it is held back at least, where something that looked the same was raised.
    public internal(set) var heldUntil: Instant?
    /// What the viewer is served; nothing where it is suppressed or not yet released.
    public internal(set) var exposed: ExposedItem?

    init(audience: Audience?) {
        self.audience = audience
    }
}
