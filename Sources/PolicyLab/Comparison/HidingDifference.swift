/// A form in which goods of tier B may come to light, though nothing about their own decision became wider.
///
/// What stands out by its form is suppressed. It may be shown once ordinary goods take the same form, or once goods of
/// another sensitive class are ordinary or withheld.
public struct HidingDifference: Sendable, Codable, Hashable {
    public enum Reason: String, Sendable, Codable, Hashable {
        case ordinaryGoodsTakeTheForm, sensitiveGoodsNoLongerCount
    }

    public let reason: Reason
    public let classes: [String]
    public let audiences: [String]
    /// The form, under the first settings for which it is so.
    public let form: String
    /// Those settings: the level of each tier, or that they are the defaults.
    public let settings: String

    /// Always wider.
    public var direction: Direction { .wider }

    var text: String {
        let why =
            reason == .ordinaryGoodsTakeTheForm
            ? "ordinary goods now take the form" : "goods of another sensitive class no longer count in the form"
        return "wider: \(Phrase.list(classes)) for \(Phrase.list(audiences.map(Phrase.spaced))) may come to light: "
            + "\(why) \(form) (\(settings))"
    }
}
