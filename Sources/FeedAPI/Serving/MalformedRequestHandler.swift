import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers bytes that are no HTTP with a problem document too, and closes the connection behind an answer that says so.
///
/// Hummingbird answers such bytes with a bare 400 that no middleware sees; it is recognised and dressed here.
/// Confined to its channel's event loop.
final class MalformedRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client has to read the last answer while what it still sends is thrown away.
    private static let lingering = TimeAmount.seconds(2)

    private var problem: Problem?
    private var isClosing = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: problem = Problem(.headersTooLarge)
        case is HTTPParserError: problem = Problem(.malformedRequest)
        default: break
        }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isClosing = head.headerFields[.connection] == "close"
            guard let problem, head.status == .badRequest, head.headerFields[.contentLength] == "0" else { break }
            self.problem = nil
            let answer = problem.response
            var fields = answer.headers
            fields[.cacheControl] = "private, no-store"
            fields[.xContentTypeOptions] = "nosniff"
            let dressed = HTTPResponse(status: answer.status, headerFields: fields)
            context.write(wrapOutboundOut(.head(dressed)), promise: promise)
            context.write(wrapOutboundOut(.body(ByteBuffer(string: problem.document))), promise: nil)
            return
        case .end where isClosing:
            context.writeAndFlush(data, promise: promise)
            context.close(mode: .output, promise: nil)
            let channel = context.channel
            context.eventLoop.scheduleTask(in: Self.lingering) { channel.close(promise: nil) }
            return
        case .body, .end: break
        }
        context.write(data, promise: promise)
    }
}
