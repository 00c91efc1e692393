/// An error of the compiler.
struct Diagnostic: Hashable, CustomStringConvertible {
    let file: String
    let line: Int
    let message: String

    init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// Reads `path:line:column: error: message`; nothing for any other line.
    init?(_ text: Substring) {
        guard let mark = text.firstRange(of: ": error: ") else { return nil }
        let place = text[..<mark.lowerBound].split(separator: ":")
        guard place.count == 3, let line = Int(place[1]) else { return nil }
        file = place[0].split(separator: "/").last.map(String.init) ?? ""
        self.line = line
        message = String(text[mark.upperBound...])
    }

    var description: String { "\(file):\(line): \(message)" }
}
