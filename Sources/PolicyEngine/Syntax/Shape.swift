/// What a value in a policy file may look like.
///
/// Said once: readers take mappings apart by it, and editors get it as JSON Schema. It speaks of one value alone; what
/// depends on another place or file (classes, sources, order) is the readers' to check.
indirect enum Shape: Sendable {
    /// Whatever YAML can say; for what is not described yet.
    case anything
    /// A text that is not empty.
    case text
    /// A text in kebab-case.
    case identifier
    /// A text that a pattern (ECMA-262, anchored) describes.
    case matching(String)
    /// An amount in major units, not below zero; YAML reads most of them as numbers.
    case amount
    case integer(ClosedRange<Int>)
    /// `true`, as leaving the key away says the rest.
    case flag
    case boolean
    case word([String])
    /// Words may not come twice.
    case list(of: Shape, mayBeEmpty: Bool = false)
    /// A list of exactly two.
    case pair(of: Shape)
    /// A word, or a list of words.
    case oneOrMore(of: Shape)
    case mapping([Field])
    /// A mapping by names, which may have to follow a pattern (ECMA-262, anchored).
    case entries(of: Shape, named: String? = nil, required: [String] = [], mayBeEmpty: Bool = false)
    case anyOf([Shape])

    static func either(_ shapes: Shape...) -> Shape { .anyOf(shapes) }

    static func word<Value>(of vocabulary: Vocabulary<Value>) -> Shape {
        .word(vocabulary.words.map(\.word))
    }

    /// A text in both languages.
    static let localized = mapping([.required("en", .text), .required("zh", .text)])

    /// An instant as RFC 3339 writes it.
    static let instant = matching("^\(localTime)\(offset)$")
    /// An instant, or what a clock showed.
    static let moment = matching("^\(localTime)\(offset)?$")
    private static let localTime =
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?"
    private static let offset = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

    /// An amount in major units and its currency.
    static let money = matching("^ *([0-9]+[.]?[0-9]*|[.][0-9]+) +[A-Z]{3} *$")

    /// Why something is so: entries of `sources.yaml`.
    static let because = list(of: .text)
}
