public import Domain

/// Something that must hold for every input, as `invariants.yaml` says it.
public struct Invariant: Sendable, Equatable {
    public let id: String
    /// The sentence that it stands for.
    public let says: LocalizedText
    /// Entries of `sources.yaml`.
    public let because: [String]
    /// The inputs that it speaks of.
    public let given: InputSelection
    /// What must be true of each of them, or of the policy as a whole.
    public let claim: Claim
    /// Where its id stands.
    public let location: SourceLocation

    /// What an invariant claims.
    public enum Claim: Sendable, Equatable {
        /// Exactly so much is disclosed.
        case discloses(Disclosure)
        /// No field is told more exactly; what is not written is unlimited.
        case atMost(Disclosure)
        /// No field is told less exactly; what is not written is *none*.
        case atLeast(Disclosure)
        /// Where anything is disclosed, no field has one of these values.
        case never(FieldValues)
        /// An input that differs in one thing is disclosed no more, no less, or the same.
        case compare(InputChange, Relation)
        /// No form in which goods of tier B are shown tells that they are.
        case notTelling(TellingPromise)
        /// Something about the policy as a whole.
        case holds(PolicyProperty)
    }

    /// How what is disclosed after a change stands to what was disclosed before.
    public enum Relation: String, Sendable, CaseIterable {
        case atMost, atLeast, same
    }

    public init(
        id: String, says: LocalizedText, because: [String], given: InputSelection = InputSelection(), claim: Claim,
        location: SourceLocation
    ) {
        self.id = id
        self.says = says
        self.because = because
        self.given = given
        self.claim = claim
        self.location = location
    }
}
