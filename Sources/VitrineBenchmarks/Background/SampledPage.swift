import Foundation
import NIOCore

/// The purchases of a page, as a client reads them.
struct SampledPage: Decodable {
    private struct Item: Decodable {
        let id: String
        let kind: String
        let actor: Actor
    }

    private struct Actor: Decodable {
        let handle: String
    }

    private let items: [Item]

    var purchases: [NarrowingModel.Item] {
        items.filter { $0.kind == "purchase" }.map { NarrowingModel.Item(id: $0.id, owner: $0.actor.handle) }
    }

    /// Reads an answer, head included.
    static func purchases(of answer: ByteBuffer) throws -> [NarrowingModel.Item] {
        let bytes = Array(answer.readableBytesView)
        guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else { throw BenchFailure("a page without a body") }
        return try JSONDecoder().decode(SampledPage.self, from: Data(bytes[start...])).purchases
    }
}
