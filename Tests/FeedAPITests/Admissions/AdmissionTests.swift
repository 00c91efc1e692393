import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import Disclosure
@testable import FeedAPI

@Suite struct AdmissionTests {
    private static let snapshot = ReadSnapshot(sequence: 0, global: 0)
    private static let head = HTTPResponsePart.head(HTTPResponse(status: .ok))

    private func channel(
        _ connections: ConnectionAdmissions
    ) async throws -> (NIOAsyncTestingChannel, AdmissionQueue) {
        let channel = NIOAsyncTestingChannel()
        try await channel.testingEventLoop.executeInContext {
            try channel.pipeline.syncOperations.addHandler(AdmissionHandler(connections: connections))
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1))
        return (channel, try #require(connections.queue(of: channel)))
    }

    /// Writes parts without flushing them: they lie in the outbound buffer.
    private func buffer(_ parts: HTTPResponsePart..., in channel: NIOAsyncTestingChannel) async throws {
        try await channel.testingEventLoop.executeInContext {
            for part in parts { channel.write(part, promise: nil) }
        }
    }

    private func flush(_ channel: NIOAsyncTestingChannel) async throws {
        try await channel.testingEventLoop.executeInContext { channel.flush() }
    }

    @Test func `an admission ends when the answer is sent, and not while it lies in the outbound buffer`() async throws
    {
        let gate = Gate()
        let (channel, queue) = try await channel(ConnectionAdmissions())
        queue.append(gate.admit(Self.snapshot))
        queue.append(nil)
        try await buffer(Self.head, .body(ByteBuffer(string: "page")), .end(nil), in: channel)
        let drain = try #require(gate.beginDrain([], everybody: true), "what is not sent is waited for")
        try await flush(channel)
        #expect(gate.beginDrain([], everybody: true) == nil, "what is sent is not")
        await gate.drained(drain)
        let isOpen = channel.isActive
        #expect(isOpen)
        try await buffer(Self.head, .end(nil), in: channel)
        #expect(gate.beginDrain([], everybody: true) == nil)
    }

    @Test func `answers that are buffered one behind the other end one by one`() async throws {
        let gate = Gate()
        let (channel, queue) = try await channel(ConnectionAdmissions())
        queue.append(gate.admit(Self.snapshot))
        queue.append(gate.admit(Self.snapshot))
        try await buffer(Self.head, .end(nil), in: channel)
        try await flush(channel)
        try await buffer(Self.head, .end(nil), in: channel)
        let drain = try #require(gate.beginDrain([], everybody: true))
        try await flush(channel)
        #expect(gate.beginDrain([], everybody: true) == nil)
        await gate.drained(drain)
    }

    @Test func `an answer that stays in the outbound buffer is dropped with its connection`() async throws {
        let gate = Gate()
        let (channel, queue) = try await channel(ConnectionAdmissions())
        queue.append(gate.admit(Self.snapshot))
        try await buffer(Self.head, .body(ByteBuffer(string: "late")), .end(nil), in: channel)
        await gate.drainAll()
        let isOpen = channel.isActive
        #expect(!isOpen, "acknowledged only when the connection is closed")
        let written = try await channel.readOutbound(as: HTTPResponsePart.self)
        #expect(written == nil)
    }

    @Test func `an answer of which a part is still to be made is dropped with its connection`() async throws {
        let gate = Gate()
        let (channel, queue) = try await channel(ConnectionAdmissions())
        queue.append(gate.admit(Self.snapshot))
        try await buffer(Self.head, .body(ByteBuffer(string: "late")), in: channel)
        await gate.drainAll()
        let isOpen = channel.isActive
        #expect(!isOpen)
        let written = try await channel.readOutbound(as: HTTPResponsePart.self)
        #expect(written == nil)
    }

    @Test func `an answer that was cut off is not written, and the connection is closed`() async throws {
        let gate = Gate()
        let (channel, queue) = try await channel(ConnectionAdmissions())
        queue.append(gate.admit(Self.snapshot))
        await gate.drainAll()
        for part in [Self.head, .body(ByteBuffer(string: "late")), .end(nil)] {
            await #expect(throws: ChannelError.self) { try await channel.writeOutbound(part) }
        }
        let written = try await channel.readOutbound(as: HTTPResponsePart.self)
        #expect(written == nil)
        let isOpen = channel.isActive
        #expect(!isOpen)
    }

    @Test func `an answer without an admission is never cut off`() async throws {
        let gate = Gate()
        let (channel, queue) = try await channel(ConnectionAdmissions())
        queue.append(nil)
        queue.append(gate.admit(Self.snapshot))
        await gate.drainAll()
        try await channel.writeOutbound(Self.head)
        try await channel.writeOutbound(HTTPResponsePart.end(nil))
        let written = try await channel.readOutbound(as: HTTPResponsePart.self)
        #expect(written == Self.head)
        await #expect(throws: ChannelError.self) { try await channel.writeOutbound(Self.head) }
    }

    @Test func `a connection that dies lets go of what it did not write`() async throws {
        let gate = Gate()
        let connections = ConnectionAdmissions()
        do {
            let (channel, queue) = try await channel(connections)
            queue.append(gate.admit(Self.snapshot))
            try await channel.close()
        }
        await gate.drainAll()
        #expect(gate.admit(Self.snapshot) != nil)
    }

    /// Answers how often it was made; narrows while it is made for as often as told.
    private func endpoint(_ gate: Gate, narrowings: Int) -> Endpoint {
        let made = Mutex(0)
        return Endpoint(.get, "/v1/feed", .feedRead) { request in
            try await request.answer(through: gate) {
                let stand = gate.sequence()
                let count = made.withLock { count in
                    count += 1
                    return count
                }
                if count <= narrowings { gate.raiseAll() }
                return Prepared(value: [count], snapshot: ReadSnapshot(sequence: stand.sequence, global: stand.global))
            }
        }
    }

    @Test func `an answer that a narrowing overtakes is made anew`() async throws {
        let gate = Gate()
        try await RunningServer.run([endpoint(gate, narrowings: 2)]) { server in
            let answer = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(answer.body == "[3]")
        }
        await gate.drainAll()
    }

    @Test func `an answer that is overtaken again and again is given up`() async throws {
        try await RunningServer.run([endpoint(Gate(), narrowings: 99)]) { server in
            let answer = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(answer.problem == "overloaded")
            #expect(answer.headers["retry-after"] == "1")
        }
    }

    @Test func `a token that is revoked while its answer is made gets none`() async throws {
        let gate = Gate()
        let tokens = RevocableTokens()
        let revoking = Endpoint(.get, "/v1/feed", .feedRead) { request in
            try await request.answer(through: gate) {
                tokens.revoke()
                return Prepared(value: [1], snapshot: Self.snapshot)
            }
        }
        try await RunningServer.run([revoking], authenticator: tokens) { server in
            let answer = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(answer.status == 401)
        }
        await gate.drainAll()
        #expect(gate.admit(Self.snapshot) != nil)
    }
}

/// Good until revoked.
private final class RevocableTokens: Authenticator {
    private let isRevoked = Mutex(false)

    func revoke() { isRevoked.withLock { $0 = true } }

    func principal(bearing token: BearerToken) async throws -> Principal? {
        isRevoked.withLock(\.self) ? nil : try await TestAuthenticator().principal(bearing: token)
    }
}

extension Gate {
    /// Waits for every answer, as a narrowing that concerns everybody does.
    fileprivate func drainAll() async {
        if let number = beginDrain([], everybody: true) { await drained(number) }
    }
}
