/// The text of a policy file under the name by which diagnostics speak of it.
struct SourceFile: Sendable {
    let name: String
    let text: String
    private let lines: [Substring]

    init(name: String, text: String) {
        self.name = name
        self.text = text
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    /// The last part of the name, by which the file is recognised.
    var baseName: String {
        String(name.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
    }

    /// Whether it stands in a folder `tests`, as suites do.
    var isSuite: Bool {
        name.split(separator: "/").dropLast().last == "tests"
    }

    /// The line of that number, counted from 1, without its end.
    func line(_ number: Int) -> String {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
    }
}
