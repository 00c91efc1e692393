import NIOCore
import NIOHTTPTypes

/// Stands where answers enter a connection's outbound buffer: stops those that were cut off, tells of the others that
/// they are there.
///
/// Between a route and this point an answer may wait for a slow client. A narrowing waits a moment for it and then
/// cuts it off; such an answer gets no further than here, and the connection is closed. Confined to its channel's event loop.
final class AdmissionHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let connections: ConnectionAdmissions
    private var queue: AdmissionQueue?
    private var isStopped = false

    init(connections: ConnectionAdmissions) {
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        queue = connections.open(context.channel)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        connections.close(context.channel)
        queue = nil
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if !isStopped, queue?.isNextCutOff ?? false {
            isStopped = true
            context.close(promise: nil)
        }
        if isStopped {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        context.write(data, promise: promise)
        if case .end = unwrapOutboundIn(data) { queue?.finishNext() }
    }
}
