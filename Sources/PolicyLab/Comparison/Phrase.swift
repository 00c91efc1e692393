/// Words put together for people to read.
enum Phrase {
    /// `a`, `a and b`, `a, b and c`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last else { return "" }
        return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `1 cell`, `2 cells`.
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// A name with hyphens as people read it: `close friends`.
    static func spaced(_ name: String) -> String { name.replacing("-", with: " ") }
}
