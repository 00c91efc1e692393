import Domain

/// A file of `tests/`: one suite.
struct SuiteFile {
    let suite: Suite

    init?(_ root: SyntaxNode, policy: PolicyContent?, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", required: ["suite"], diagnostics: diagnostics),
            let name = file.text("suite")
        else { return nil }
        suite = Suite(name: name, location: file.location)
    }
}
