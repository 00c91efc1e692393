/// What an illegal file says that the compiler will say: `// expect: part of the message`, above the line meant.
struct Expectation: Hashable, CustomStringConvertible {
    let line: Int
    let message: String

    var description: String { "\(line): …\(message)…" }

    static func all(in text: String) -> [Expectation] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let line = line.drop { $0 == " " }
            let mark = "// expect: "
            guard line.hasPrefix(mark) else { return nil }
            // Lines are counted from one, and the line meant is the next.
            return Expectation(line: index + 2, message: String(line.dropFirst(mark.count)))
        }
    }
}
