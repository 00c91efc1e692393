/// The head of an answer, as far as a client needs it.
struct AnswerHead: Sendable {
    let status: Int
    let bodyLength: Int
    let fields: [(name: String, value: String)]

    /// Nothing for bytes that are no head of HTTP/1.1 with a length.
    init?(_ text: String) {
        let lines = text.split(separator: "\r\n")
        guard let first = lines.first, first.hasPrefix("HTTP/1.1 "), let status = Int(first.dropFirst(9).prefix(3))
        else {
            return nil
        }
        self.status = status
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        let length = fields.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) }
        bodyLength = length ?? 0
    }
}
