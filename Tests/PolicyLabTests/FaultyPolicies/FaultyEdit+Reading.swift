extension FaultyEdit {
    /// Takes the old text and the new one, with a line of three dashes between them.
    init(
        _ intention: String, in file: String = "disclosure.yaml", breaks: String? = nil,
        needsCompleteSuites: Bool = false, _ texts: () -> String
    ) {
        let parts = ("\n" + texts() + "\n").split(separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            intention: intention, file: file, old: String(parts[0].dropFirst()),
            new: parts.count == 2 ? String(parts[1].dropLast()) : "", breaks: breaks,
            needsCompleteSuites: needsCompleteSuites)
    }
}
