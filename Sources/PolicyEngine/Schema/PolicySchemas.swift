import Domain

/// The JSON Schemas (draft 2020-12) of the policy's files, for editors.
///
/// Rendered from the shapes that the loader reads by. They tell what can be told of one file alone; what `vitrine policy
/// check` finds beyond that needs the other files, or counting.
public enum PolicySchemas {
    /// By name; a file `NAME.yaml`, or a suite of `tests/`, is described by `NAME.schema.json`.
    public static func schemas() -> [(name: String, json: String)] {
        kinds.map { name, title, fields in
            let members: [(key: String, value: JSONText)] = [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                ("$id", .string("\(name).schema.json")), ("title", .string(title)),
            ]
            return (name, JSONText.object(members + Shape.mapping(fields).members).rendered() + "\n")
        }
    }

    static let kinds: [(name: String, title: String, fields: [Field])] = [
        ("aggregates", "How many make a crowd, and the bands of prices", AggregatesFile.fields),
        ("disclosure", "Levels, defaults, grants and limits", DisclosureFile.fields),
        ("invariants", "What must hold for all inputs", InvariantsFile.fields),
        ("overlay", "What a jurisdiction or an operator changes of a policy", OverlayFile.fields),
        ("release", "When bucketed items come out", ReleaseFile.fields),
        ("retention", "How long things are kept", RetentionFile.fields),
        ("sensitive", "Classes, the roots of their subtrees, words in titles", SensitiveFile.fields),
        ("shop", "What friend shops may hold", ShopFile.fields),
        ("sources", "What a `because:` may name", SourcesFile.fields),
        ("suite", "Named people, purchases and what each viewer must see", SuiteFile.fields),
    ]
}
