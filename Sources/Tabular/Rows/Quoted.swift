import Domain

/// A text from outside, made fit for one line of a terminal: cut short, control characters made visible.
struct Quoted: CustomStringConvertible {
    /// Long enough to recognise a value, short enough for a line.
    private static let maximumLength = 40

    let description: String

    init(_ text: String) {
        var shown = ""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            guard count < Self.maximumLength else {
                shown += "…"
                break
            }
            if TextRule.isForbidden(scalar) || scalar == "`" {
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        description = shown
    }
}
