import Foundation

/// Asks the API of a server, one request a connection.
struct APIClient {
    let host: String
    let port: Int
    let token: String

    struct Answer {
        let status: Int
        let body: [UInt8]

        /// The body, which must be JSON.
        var json: JSONNode {
            get throws { try JSONDecoder().decode(JSONNode.self, from: Data(body)) }
        }
    }

    struct MalformedAnswerError: Error {
        let bytes: String
    }

    func get(_ path: String) async throws -> Answer { try await send("GET", path) }

    func send(_ method: String, _ path: String, _ body: String? = nil) async throws -> Answer {
        let request = head(method, path, length: body?.utf8.count ?? 0) + (body ?? "")
        let bytes = try await Socket.apart { [host, port] in
            let socket = try Socket(host: host, port: port)
            try socket.write(request)
            return try socket.readToEnd()
        }
        return try Self.answer(bytes)
    }

    /// The items of all pages.
    func items(_ path: String) async throws -> [JSONNode] {
        var items: [JSONNode] = []
        var cursor: String?
        repeat {
            let page = try await get("\(path)?limit=50" + (cursor.map { "&cursor=\($0)" } ?? "")).json
            items += page["items"].array
            cursor = page["next"].text
        } while cursor != nil
        return items
    }

    /// The head of a request, after which the connection ends.
    func head(_ method: String, _ path: String, length: Int) -> String {
        var lines = [
            "\(method) \(path) HTTP/1.1", "Host: \(host):\(port)", "Authorization: Bearer \(token)",
            "Connection: close",
        ]
        if length > 0 { lines += ["Content-Type: application/json", "Content-Length: \(length)"] }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    static func answer(_ bytes: [UInt8]) throws -> Answer {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let status = text.prefixMatch(of: /HTTP\/1.1 ([0-9]{3})/), let code = Int(status.1),
            let end = bytes.indices.dropLast(3).first(where: { bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) })
        else { throw MalformedAnswerError(bytes: text) }
        return Answer(status: code, body: Array(bytes[(end + 4)...]))
    }
}
