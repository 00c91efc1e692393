public import Domain

/// Through whose eyes an owner looks at what is the owner's own.
public enum ViewAs: Sendable, Hashable {
    case friend(Handle)
    case audience(Audience)
}
