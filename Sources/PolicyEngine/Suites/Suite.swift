/// A world of named people, purchases and relations at a fixed moment, with what each viewer must see of each activity.
public struct Suite: Sendable {
    /// The sentence that it stands for.
    public let name: String
    /// Where the name stands.
    public let location: SourceLocation
}
