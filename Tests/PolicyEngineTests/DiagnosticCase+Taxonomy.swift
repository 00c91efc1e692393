/// Roots whose node is not in the taxonomy, with the exact text that tells of them.
extension DiagnosticCase {
    static let taxonomy: [DiagnosticCase] = [
        DiagnosticCase(
            "a node that the taxonomy does not have", in: "sensitive.yaml",
            replacing: "nodes: [hb-1-3]",
            with: "nodes: [hb-1-33]",
            rendered: """
                sensitive.yaml:30:13: error: the taxonomy has no node `hb-1-33`
                 30 |     nodes: [hb-1-33]
                    |             ^
                    = did you mean `hb-1-3`?
                """),
        DiagnosticCase(
            "a node of a department that the taxonomy does not have", in: "sensitive.yaml",
            replacing: "nodes: [hb-1, me-2]",
            with: "nodes: [hb-1, gone-2]",
            rendered: """
                sensitive.yaml:27:19: error: the taxonomy has no node `gone-2`
                 27 |     nodes: [hb-1, gone-2]
                    |                   ^
                    = expected an id of `small-1`
                """),
    ].map(\.withTaxonomy)
}
