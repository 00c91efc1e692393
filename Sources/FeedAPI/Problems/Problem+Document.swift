import Disclosure
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Problem {
    /// The media type of the document.
    static let mediaType = "application/problem+json"

    /// The document, byte for byte; every text in it is a constant of this program, so nothing needs escaping, but for the
    /// report.
    var document: String {
        var text = #"{"type":"\#(kind.type)","title":"\#(kind.title)","status":\#(kind.status)"#
        if !errors.isEmpty {
            text += #","errors":["# + errors.map(\.document).joined(separator: ",") + "]"
        }
        if let report, let detail = Self.escaped(report.summary) {
            text += #","detail":\#(detail)"#
            let findings = report.details.compactMap(Self.escaped)
            if !findings.isEmpty { text += #","report":["# + findings.joined(separator: ",") + "]" }
        }
        return text + "}"
    }

    private static func escaped(_ text: String) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The answer, with the headers that belong to it.
    var response: Response {
        var fields = headers
        fields[.contentType] = Self.mediaType
        if kind.closesConnection {
            fields[.connection] = "close"
        }
        return Response(
            status: HTTPResponse.Status(code: kind.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: document)))
    }
}

extension FieldError {
    /// One element of `errors`.
    fileprivate var document: String {
        switch location {
        case .body(let pointer): #"{"pointer":"\#(pointer)","detail":"\#(fault.rawValue)"}"#
        case .parameter(let parameter): #"{"parameter":"\#(parameter.rawValue)","detail":"\#(fault.rawValue)"}"#
        case .unnamed: #"{"detail":"\#(fault.rawValue)"}"#
        }
    }
}
