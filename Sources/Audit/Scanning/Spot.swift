/// Where in the files something lies.
struct Spot: Hashable, Sendable {
    var file: String
    /// What the place is for, in words.
    var area: String
    /// The page of the database, where it is one.
    var page: Int?
}
