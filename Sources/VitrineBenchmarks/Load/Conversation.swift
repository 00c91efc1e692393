import Foundation
import NIOCore
import NIOPosix

/// A connection for one request after the other, opened again when the server closes it; used by one task.
final class Conversation {
    private let port: Int
    private let loop: any EventLoop
    private var connection: (channel: any Channel, handler: NIOLoopBound<ConversationHandler>)?

    init(port: Int, on loop: any EventLoop) {
        self.port = port
        self.loop = loop
    }

    /// The answer; nothing, when the connection broke before it was whole.
    func ask(_ request: ByteBuffer) async throws -> (head: AnswerHead, body: ByteBuffer)? {
        let (channel, handler) = try await opened()
        let bytes = try? await loop.flatSubmit { handler.value.ask(request, on: channel) }.get()
        guard var bytes, let text = bytes.getString(at: bytes.readerIndex, length: bytes.readableBytes),
            let end = text.range(of: "\r\n\r\n"), let head = AnswerHead(String(text[..<end.lowerBound]))
        else {
            connection = nil
            return nil
        }
        bytes.moveReaderIndex(forwardBy: text.utf8.distance(from: text.startIndex, to: end.upperBound))
        return (head, bytes)
    }

    /// Asks until there is an answer with 200 or 204.
    @discardableResult
    func insist(_ request: ByteBuffer) async throws -> (head: AnswerHead, body: ByteBuffer) {
        guard let answer = try await ask(request), (200...204).contains(answer.head.status) else {
            throw BenchFailure("the server refused a request that was to succeed")
        }
        return answer
    }

    func close() async throws {
        try await connection?.channel.close().get()
        connection = nil
    }

    private func opened() async throws -> (any Channel, NIOLoopBound<ConversationHandler>) {
        if let connection, connection.channel.isActive { return connection }
        let (loop, port) = (loop, port)
        let handler = try await loop.submit { NIOLoopBound(ConversationHandler(), eventLoop: loop) }.get()
        let channel = try await ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(handler.value)
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        connection = (channel, handler)
        return (channel, handler)
    }
}
