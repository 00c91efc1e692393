/// An answer as it came over the wire.
struct RawAnswer: Equatable, Sendable {
    let status: Int
    /// By lower-case name; without `date`, which is no one's doing.
    let headers: [String: String]
    let body: String

    init(status: Int, headers: [String: String], body: String) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    init(_ text: String) {
        let head = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = head[0].split(separator: "\r\n")
        status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        headers["date"] = nil
        self.headers = headers
        body = head.count > 1 ? String(head[1]) : ""
    }

    /// The kind of problem that it tells.
    var problem: String? {
        guard headers["content-type"] == "application/problem+json" else { return nil }
        return body.split(separator: "\"").first { $0.hasPrefix("/problems/") }.map { String($0.dropFirst(10)) }
    }
}
