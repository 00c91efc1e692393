import NIOCore

/// A connection on which frames go both ways.
typealias FramedChannel = NIOAsyncChannel<[UInt8], [UInt8]>

extension FramedChannel {
    /// Prepares a new channel, on its event loop.
    ///
    /// It must not read before it is wrapped.
    static func prepare(_ channel: any Channel, maximumLength: Int) throws {
        try channel.pipeline.syncOperations.addHandlers(
            ByteToMessageHandler(FrameDecoder(maximumLength: maximumLength)),
            MessageToByteHandler(FrameEncoder(maximumLength: maximumLength)))
    }

    /// Wraps a prepared channel for as long as the closure runs, and closes it.
    ///
    /// A wrapped channel that is dropped unused ends the process, so a channel is wrapped here only, by the task that
    /// uses it, and travels unwrapped. Throws `ControlError.connectionClosed` when the other side has gone already.
    static func with<Result>(
        _ channel: any Channel,
        _ body: (
            NIOAsyncChannelInboundStream<[UInt8]>, NIOAsyncChannelOutboundWriter<[UInt8]>
        ) async throws -> Result
    ) async throws -> Result {
        let wrapped: FramedChannel
        do {
            wrapped = try await channel.eventLoop.submit {
                try FramedChannel(wrappingChannelSynchronously: channel)
            }.get()
        } catch {
            throw ControlError.connectionClosed
        }
        return try await wrapped.executeThenClose { inbound, outbound in
            do {
                try await channel.setOption(.autoRead, value: true).get()
            } catch {
                throw ControlError.connectionClosed
            }
            return try await body(inbound, outbound)
        }
    }
}
