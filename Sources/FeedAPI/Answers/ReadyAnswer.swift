import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as it was written, to be written again.
struct ReadyAnswer: Sendable {
    /// The path and query that it answers.
    let address: String
    let body: ByteBuffer
    let headers: HTTPFields

    var response: Response { Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body)) }

    /// About how many bytes of memory it takes, with what it was made from.
    var size: Int { body.storageCapacity + address.utf8.count + Self.overhead }

    /// Headers, what it was made from, and what a cache entry costs; the friends are those of the viewer's circle.
    private static let overhead = 1 << 10
}
