/// Why a token cannot be issued.
public enum TokenError: Error, Equatable, Sendable {
    case noScope
    /// A scope of a person without a person.
    case personMissing(Scope)
    /// A scope of the platform for a person.
    case personNotAllowed(Scope)
    case unknownPerson
    case invalidClient
    case invalidLifetime
}
