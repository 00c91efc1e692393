/// The policy and the category tree that ship with the program: the files of `policies/`, inside the binary.
public enum DefaultPolicy {
    /// The policy files, its suites (`tests/…`) and `categories.tsv`, by name, sorted.
    public static var files: [(name: String, text: String)] {
        embedded.map { (name: "\($0.name)", text: "\($0.text)") }
    }
}
