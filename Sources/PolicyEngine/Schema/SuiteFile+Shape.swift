extension SuiteFile {
    /// What the reader of a suite takes apart.
    static let fields: [Field] = [.required("suite", .text, "The sentence that the suite stands for.")]
}
