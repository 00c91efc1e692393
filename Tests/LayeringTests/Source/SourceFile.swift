/// A file of the repository, as a rule sees it.
struct SourceFile: Sendable {
    /// Relative to the top of the repository, with `/` between the parts.
    let path: String
    let text: String
    /// The text line by line, comments and the wording of string literals blanked out.
    let code: [String]
    private let wholeCode: String

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
        wholeCode = CodeText.blanked(text)
        code = wholeCode.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The module whose sources it belongs to; nothing for what is not under `Sources`.
    var module: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// The last part of the path, without its ending.
    var name: String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        return last.hasSuffix(".swift") ? String(last.dropLast(6)) : last
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    func isUnder(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }

    /// The lines of code, counted from one, in which one of the words occurs.
    func lines(naming words: [String]) -> [(number: Int, word: String)] {
        // Most files hold none of them, which is soon seen.
        let words = words.filter(wholeCode.contains)
        if words.isEmpty { return [] }
        return code.enumerated().flatMap { index, line in
            words.filter { line.names($0) }.map { (number: index + 1, word: $0) }
        }
    }
}
