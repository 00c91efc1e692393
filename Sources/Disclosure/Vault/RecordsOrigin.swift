/// How the records came to lie where they are opened.
public enum RecordsOrigin: Sendable {
    /// They lie there as somebody left them.
    case served
    /// They were put there from a backup that was checked whole, whose word on how far it had come is good.
    case backup
    /// They lie beside keys that are only about to be made known: nothing is served, nothing can be held against them.
    case withoutKeys
}
