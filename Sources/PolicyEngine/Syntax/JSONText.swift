/// JSON whose keys keep the order in which they are given, so that the same value is always the same text.
enum JSONText {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSONText])
    case object([(key: String, value: JSONText)])

    /// Indented by two blanks; what holds nothing but plain values stands in one line where it fits.
    func rendered(indentation: String = "") -> String {
        let line = inOneLine
        if indentation.count + line.count <= 100, isFlat { return line }
        let inner = indentation + "  "
        switch self {
        case .string, .integer, .boolean: return line
        case .array(let elements):
            let lines = elements.map { inner + $0.rendered(indentation: inner) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(indentation)]"
        case .object(let members):
            let lines = members.map { "\(inner)\(Self.quoted($0.key)): \($0.value.rendered(indentation: inner))" }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
        }
    }

    private var isFlat: Bool {
        switch self {
        case .string, .integer, .boolean: true
        case .array(let elements): elements.allSatisfy(\.isPlain)
        case .object(let members): members.allSatisfy { $0.value.isPlain }
        }
    }

    private var isPlain: Bool {
        switch self {
        case .string, .integer, .boolean: true
        case .array(let elements): elements.allSatisfy(\.isPlain)
        case .object(let members): members.isEmpty
        }
    }

    private var inOneLine: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .integer(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .array(let elements): "[\(elements.map(\.inOneLine).joined(separator: ", "))]"
        case .object(let members):
            members.isEmpty
                ? "{}"
                : "{ \(members.map { "\(Self.quoted($0.key)): \($0.value.inOneLine)" }.joined(separator: ", ")) }"
        }
    }

    /// RFC 8259, section 7: quotes, backslashes and control characters are escaped, nothing else.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{00}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
