import NIOCore

/// Pairs one request with its answer.
final class ConversationHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var reader = AnswerReader()
    private var waiting: EventLoopPromise<ByteBuffer>?

    func ask(_ request: ByteBuffer, on channel: any Channel) -> EventLoopFuture<ByteBuffer> {
        let promise = channel.eventLoop.makePromise(of: ByteBuffer.self)
        guard channel.isActive else {
            promise.fail(ChannelError.ioOnClosedChannel)
            return promise.futureResult
        }
        reader.keepsBytes = true
        waiting = promise
        channel.writeAndFlush(request, promise: nil)
        return promise.futureResult
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch reader.read(unwrapInboundIn(data)) {
        case .needsMore: return
        case .malformed: context.close(promise: nil)
        case .answer:
            let promise = waiting
            waiting = nil
            promise?.succeed(reader.takeBytes() ?? ByteBuffer())
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting?.fail(ChannelError.eof)
        waiting = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
