/// Tells code from comments and from the wording of string literals.
struct CodeText {
    private struct Literal {
        var hashes: Int
        var isMultiline: Bool
        /// How many parentheses are open in the interpolation that is being read; nothing outside of one.
        var depth: Int?
    }

    /// The bytes at which code or wording may turn into something else.
    private static let marks = "/\"#()\\\n".utf8
        .reduce(into: [Bool](repeating: false, count: 256)) { $0[Int($1)] = true }

    private let input: [UInt8]
    private var output: [UInt8] = []
    private var position = 0
    private var literals: [Literal] = []

    private init(_ text: String) {
        input = Array(text.utf8)
        output.reserveCapacity(input.count)
    }

    /// The text with blanks for comments and for the wording of literals; interpolations and line breaks stay.
    static func blanked(_ text: String) -> String {
        var scanner = CodeText(text)
        scanner.run()
        return String(decoding: scanner.output, as: UTF8.self)
    }

    private mutating func run() {
        while position < input.count {
            if let literal = literals.last, literal.depth == nil {
                readWording(literal)
            } else {
                readCode()
            }
        }
    }

    private mutating func readCode() {
        guard Self.marks[Int(input[position])] else { return keep(1) }
        if starts("//") {
            while position < input.count, input[position] != newline { blank(1) }
        } else if starts("/*") {
            readBlockComment()
        } else if !openLiteral() {
            let byte = input[position]
            if let depth = literals.last?.depth {
                if byte == UInt8(ascii: "(") { literals[literals.count - 1].depth = depth + 1 }
                if byte == UInt8(ascii: ")") { literals[literals.count - 1].depth = depth == 1 ? nil : depth - 1 }
            }
            keep(1)
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && position < input.count
    }

    private mutating func openLiteral() -> Bool {
        let hashes = input[position...].prefix { $0 == hash }.count
        guard position + hashes < input.count, input[position + hashes] == quote else { return false }
        let isMultiline = starts("\"\"\"", at: position + hashes)
        keep(hashes + (isMultiline ? 3 : 1))
        literals.append(Literal(hashes: hashes, isMultiline: isMultiline))
        return true
    }

    private mutating func readWording(_ literal: Literal) {
        guard Self.marks[Int(input[position])] else { return blank(1) }
        let guards = String(repeating: "#", count: literal.hashes)
        let end = (literal.isMultiline ? "\"\"\"" : "\"") + guards
        if starts(end) {
            keep(end.utf8.count)
            literals.removeLast()
        } else if starts("\\" + guards + "(") {
            keep(2 + literal.hashes)
            literals[literals.count - 1].depth = 1
        } else if starts("\\" + guards) {
            blank(2 + literal.hashes)
        } else if input[position] == newline, !literal.isMultiline {
            literals.removeLast()
        } else {
            blank(1)
        }
    }

    private func starts(_ text: String, at start: Int? = nil) -> Bool {
        let start = start ?? position
        guard start + text.utf8.count <= input.count else { return false }
        return zip(input[start...], text.utf8).allSatisfy { $0 == $1 }
    }

    private mutating func keep(_ count: Int) {
        output += input[position..<min(position + count, input.count)]
        position += count
    }

    private mutating func blank(_ count: Int) {
        for byte in input[position..<min(position + count, input.count)] {
            output.append(byte == newline ? newline : UInt8(ascii: " "))
        }
        position += count
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }
    private var quote: UInt8 { UInt8(ascii: "\"") }
    private var hash: UInt8 { UInt8(ascii: "#") }
}
