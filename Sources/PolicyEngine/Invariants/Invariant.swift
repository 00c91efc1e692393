/// Something that must hold for every input, as `invariants.yaml` says it.
public struct Invariant: Sendable, Equatable {
    public let id: String
    /// Where its id stands.
    public let location: SourceLocation
}
