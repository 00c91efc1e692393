public import Domain

/// Who looks.
public enum RehearsedViewer: Sendable, Hashable {
    /// Somebody of the cast, in whatever audience they are.
    case person(Handle)
    /// Anybody of an audience.
    case audience(Audience)
}
