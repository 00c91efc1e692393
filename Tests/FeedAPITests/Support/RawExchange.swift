import NIOCore
import NIOPosix

/// Sends bytes as they are and reads what comes back until the server closes, so that no client mends a bad request.
struct RawExchange {
    let port: Int

    func send(_ bytes: String) async throws -> RawAnswer {
        try await send(ByteBuffer(string: bytes))
    }

    func send(_ bytes: ByteBuffer) async throws -> RawAnswer {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            // The server may close before it has read everything.
            try? await outbound.write(bytes)
            var received = ByteBuffer()
            do {
                for try await part in inbound { received.writeImmutableBuffer(part) }
            } catch is IOError {}
            return RawAnswer(String(buffer: received))
        }
    }

    /// A request of one line and some headers; asks the server to close afterwards.
    func request(
        _ method: String, _ path: String, token: String? = nil, headers: [String] = [], body: String? = nil
    ) async throws -> RawAnswer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"]
        if let token { lines.append("Authorization: Bearer \(token)") }
        if let body { lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"] }
        lines += headers
        return try await send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    }
}
