import FeedBuilder
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Writes exposed values: the same value, the same bytes.
enum JSONAnswer {
    static func body(_ value: some Encodable) throws -> ByteBuffer {
        if let page = value as? FeedPage { return ByteBuffer(bytes: try page.written(bytes)) }
        return ByteBuffer(bytes: try bytes(value))
    }

    static func bytes(_ value: any Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    static func response(_ value: some Encodable, headers: HTTPFields = [:]) throws -> Response {
        var fields = headers
        fields[.contentType] = "application/json"
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: try body(value)))
    }
}
