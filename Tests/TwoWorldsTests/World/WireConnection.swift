import Foundation
import NIOCore
import NIOPosix

/// One connection that is kept open: bytes out, bytes in, nothing mended on the way.
final class WireConnection {
    private static let separator = Data("\r\n\r\n".utf8)

    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var received = ByteBuffer()

    private init(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    static func open<Outcome: Sendable>(
        port: Int, _ talk: (WireConnection) async throws -> Outcome
    ) async throws -> Outcome {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await talk(WireConnection(inbound, outbound))
        }
    }

    func send(_ method: String, _ path: String, token: String?) async throws -> WireAnswer {
        var request = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n"
        if let token { request += "Authorization: Bearer \(token)\r\n" }
        try await outbound.write(ByteBuffer(string: request + "\r\n"))
        var end: Data.Index?
        while end == nil {
            end = Data(received.readableBytesView).range(of: Self.separator)?.lowerBound
            if end == nil { try await receive() }
        }
        let head = try Absent.orThrow(received.readString(length: try Absent.orThrow(end)))
        received.moveReaderIndex(forwardBy: Self.separator.count)
        let count = method == "HEAD" ? 0 : Self.contentLength(head)
        while received.readableBytes < count { try await receive() }
        return WireAnswer(head: head, body: try Absent.orThrow(received.readBytes(length: count)))
    }

    private func receive() async throws {
        var buffer = try Absent.orThrow(try await inbound.next(isolation: #isolation))
        received.writeBuffer(&buffer)
    }

    private static func contentLength(_ head: String) -> Int {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-length:") {
            return Int(line.dropFirst("content-length:".count).filter(\.isNumber)) ?? 0
        }
        return 0
    }
}
