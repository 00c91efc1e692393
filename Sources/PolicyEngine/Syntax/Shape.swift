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
    case integer(ClosedRange<Int>)
    /// `true`, as leaving the key away says the rest.
    case flag
    case boolean
    case word([String])
    /// Words may not come twice.
    case list(of: Shape, mayBeEmpty: Bool = false)
    /// A word, or a list of words.
    case oneOrMore(of: Shape)
    case mapping([Field])
    /// A mapping whose keys follow a pattern (ECMA-262, anchored).
    case entries(of: Shape, named: String, required: [String])
    case either(Shape, Shape)

    static func word<Value>(of vocabulary: Vocabulary<Value>) -> Shape {
        .word(vocabulary.words.map(\.word))
    }

    /// A text in both languages.
    static let localized = mapping([.required("en", .text), .required("zh", .text)])

    /// Why something is so: entries of `sources.yaml`.
    static let because = list(of: .text)
}
