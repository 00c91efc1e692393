/// A file to embed.
struct EmbeddedFile {
    let name: String
    let text: String

    /// The text as a literal of several lines, with so many number signs that nothing in it ends or escapes.
    ///
    /// Bytes that a literal of several lines cannot hold as they are (carriage returns, which it would normalize, and
    /// NUL) are escaped. The quotation marks stand at the left margin, so that no line is indented.
    var literal: String {
        let fence = String(repeating: "#", count: longestFence + 1)
        var body = ""
        body.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r", "\0": body += "\\\(fence)u{\(String(scalar.value, radix: 16))}"
            default: body.unicodeScalars.append(scalar)
            }
        }
        return "\(fence)\"\"\"\n\(body)\n\"\"\"\(fence)"
    }

    /// The longest run of number signs that follows a quotation mark or a backslash.
    private var longestFence: Int {
        var longest = 0
        var current: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): current = 0
            case UInt8(ascii: "#"):
                current = current.map { $0 + 1 }
                longest = max(longest, current ?? 0)
            default: current = nil
            }
        }
        return longest
    }
}
