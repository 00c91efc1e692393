/// A form in which goods of tier B may come to light, though nothing about their own decision became wider.
///
/// What stands out by its form is suppressed, and may be shown once ordinary goods take the same form. What becomes of it
/// when other sensitive goods are withheld is told with the nodes that these stand on.
public struct HidingDifference: Sendable, Codable, Hashable {
    public let classes: [String]
    public let audiences: [String]
    /// The form, under the first settings for which it is so.
    public let form: String
    /// Those settings: the level of each tier, or that they are the defaults.
    public let settings: String

    /// Always wider.
    public var direction: Direction { .wider }

    var text: String {
        "wider: \(Phrase.list(classes)) for \(Phrase.list(audiences.map(Phrase.spaced))) may come to light: "
            + "ordinary goods now take the form \(form) (\(settings))"
    }
}
