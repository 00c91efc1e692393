import Foundation

/// An answer as it came over the wire: status, every header in its order but `Date`, and the bytes.
///
/// `Date` is put on by the HTTP server out of the machine's clock, which cannot be injected.
struct WireAnswer: Hashable, Sendable {
    let status: String
    let headers: [String]
    let body: [UInt8]

    init(head: String, body: [UInt8]) {
        var lines = head.components(separatedBy: "\r\n")
        status = lines.removeFirst()
        headers = lines.filter { !$0.lowercased().hasPrefix("date:") }
        self.body = body
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    var object: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) ?? [:] }

    var next: String? { object["next"] as? String }

    var mark: String? { object["mark"] as? String }

    var ids: [String] { (object["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String } }
}
