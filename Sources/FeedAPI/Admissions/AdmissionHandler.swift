import Disclosure
import NIOCore
import NIOHTTPTypes

/// Stops answers that were cut off, and ends the admissions of the others once they were sent.
///
/// An answer counts as under way from its head until the socket has taken its last byte; what lies in the outbound buffer
/// has not been sent. A narrowing waits a moment for it and then closes the connection, which drops the rest.
/// Confined to its channel's event loop.
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
        queue?.end()
        queue = nil
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .head = part, !isStopped, let queue, !queue.beginNext() {
            isStopped = true
            context.close(promise: nil)
        }
        if isStopped {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        guard case .end = part, let queue, let admission = queue.takeNext() else {
            context.write(data, promise: promise)
            return
        }
        // INVARIANT: the promise of the last part is kept after the socket has taken it and all before it, or is broken
        // when the connection is closed.
        let sent = promise ?? context.eventLoop.makePromise()
        sent.futureResult.whenComplete { _ in queue.finish(admission) }
        context.write(data, promise: sent)
    }
}
