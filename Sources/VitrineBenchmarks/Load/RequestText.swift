import NIOCore

/// Requests as bytes, made before anything is measured.
enum RequestText {
    static func get(_ path: String, token: String) -> ByteBuffer {
        ByteBuffer(string: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\n\r\n")
    }

    static func put(_ path: String, json: String, token: String) -> ByteBuffer {
        ByteBuffer(
            string: "PUT \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\n"
                + "Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json)")
    }
}
