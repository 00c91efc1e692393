/// What inputs differ in; the settings come last.
enum InputAxis: Int, CaseIterable {
    case kind, classCode, age, audience, minor, isPrivate, thirdParty
    case sharing, optedIn, level, override, blocked

    /// The axes of what a rule may read.
    static let facts: Range<Int> = 0..<7
    /// The axes of what the owner says.
    static let settings: Range<Int> = 7..<12
}
