import Domain

extension InvariantReader {
    static let fields: [Field] =
        [
            .required("id", .identifier, "Names the invariant; no other one has it."),
            .required("says", .localized, "The sentence that it stands for."),
            .required("because", .because, "Entries of `sources.yaml`."),
            .optional("given", .mapping(SelectionReader.fields), "The inputs that it speaks of; all when left away."),
        ] + claims

    /// Of which an invariant has one.
    static let claims: [Field] = [
        .optional("disclosure", disclosed, "Exactly so much; what is left out is `none`."),
        .optional("atMost", disclosed, "No field more exactly; what is left out is unlimited."),
        .optional("atLeast", disclosed, "No field less exactly; what is left out is `none`."),
        .optional("never", .mapping(fieldValues), "Where anything is shown, no field has one of these values."),
        .optional(
            "compare", .anyOf(InputChange.Subject.allCases.map { .mapping(comparison(of: $0)) }),
            "What an input that differs in one thing shows."),
        .optional("notTelling", .mapping(DisclosureFile.telling), "What may look like a good of tier B."),
        .optional("holds", .word(of: .properties), "Something about the policy as a whole."),
    ]
    private static let disclosed = Shape.either(.word(of: .levels), .mapping(PartialDisclosure.shapes))

    /// One value or more of each field.
    static let fieldValues: [Field] = PartialDisclosure.shapes.map { .optional($0.key, .oneOrMore(of: $0.shape)) }

    /// Of which the reader takes apart all subjects alike.
    static let anyComparison: [Field] = comparison(.word(of: .subjects), to: .text)

    private static func comparison(of subject: InputChange.Subject) -> [Field] {
        let words = [subject.directions.down, subject.directions.up]
        return comparison(.word([subject.rawValue]), to: words == ["false", "true"] ? .boolean : .word(words))
    }

    private static func comparison(_ subject: Shape, to direction: Shape) -> [Field] {
        [
            .required("change", subject, "In what the input differs."),
            .required("to", direction, "In which direction."),
            .required("disclosure", .word(of: .relations), "How what is shown then stands to what was shown before."),
        ]
    }
}
