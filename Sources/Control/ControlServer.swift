import Foundation
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// Takes requests of commands over the control socket of a data directory.
///
/// Several connections at once; on each, one request after the other. A graceful shutdown takes no further request
/// and finishes those that were begun. Only processes of the account that the server runs under are answered.
public final class ControlServer: Service {
    /// Answers a request; may tell of progress before.
    ///
    /// Its errors reach the client as `ControlFailure`.
    public typealias Handler =
        @Sendable (_ request: [UInt8], _ progress: @Sendable ([UInt8]) async throws -> Void) async throws -> [UInt8]

    private let path: String
    private let account: uid_t
    private let maximumLength: Int
    private let logger: Logger
    private let didListen: @Sendable () async -> Void
    private let handler: Handler

    /// Serves at `path`, whose directory the caller has locked; `didListen` is called once clients can connect.
    public convenience init(
        path: String, logger: Logger, didListen: @escaping @Sendable () async -> Void = {},
        handler: @escaping Handler
    ) {
        self.init(
            path: path, account: geteuid(), maximumLength: Frame.maximumLength, logger: logger, didListen: didListen,
            handler: handler)
    }

    init(
        path: String, account: uid_t, maximumLength: Int, logger: Logger,
        didListen: @escaping @Sendable () async -> Void, handler: @escaping Handler
    ) {
        self.path = path
        self.account = account
        self.maximumLength = maximumLength
        self.logger = logger
        self.didListen = didListen
        self.handler = handler
    }

    /// Serves until shutdown; throws `ControlError` when the socket cannot be made.
    public func run() async throws {
        let descriptor = try ControlSocket.listen(at: path)
        defer { unlink(path) }
        let maximumLength = maximumLength
        let (connections, accepted) = AsyncStream.makeStream(of: (any Channel).self)
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try FramedChannel.prepare(channel, maximumLength: maximumLength)
                    guard case .enqueued = accepted.yield(channel) else { throw ControlError.connectionClosed }
                }
            }
            .withBoundSocket(descriptor).get()
        listener.closeFuture.whenComplete { _ in accepted.finish() }
        await didListen()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await connection in connections {
                    group.addTask { await self.serve(connection) }
                }
                listener.close(promise: nil)
            }
        } onGracefulShutdown: {
            listener.close(promise: nil)
        }
    }

    private func serve(_ connection: any Channel) async {
        do {
            let isPermitted = try await peer(of: connection) == account
            if !isPermitted { logger.warning("refused a control connection of another account") }
            try await FramedChannel.with(connection) { requests, answers in
                guard isPermitted else { return }
                for try await request in requests.cancelOnGracefulShutdown() {
                    // A request may have come in just before the sequence hears of the shutdown.
                    guard !Task.isShuttingDownGracefully else { break }
                    let answer = await answer(to: request) { payload in
                        try await answers.write(Answer.progress(payload).frame)
                    }
                    try await answers.write(answer.frame)
                }
            }
        } catch {
            // The client has gone, or does not keep to the protocol: its own loss.
            logger.debug("a control connection broke off", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func answer(
        to request: [UInt8], progress: @Sendable ([UInt8]) async throws -> Void
    ) async -> Answer {
        do {
            let result = try await handler(request, progress)
            guard result.count < maximumLength else { throw ControlError.frameTooLong(limit: maximumLength) }
            return .result(result)
        } catch let failure as ControlFailure {
            return .failure(failure.payload)
        } catch {
            // The text of an unforeseen error may hold anything, so its type alone is told.
            logger.error("a control request failed", metadata: ["error": "\(type(of: error))"])
            return .failure([])
        }
    }

    /// The account that the other side ran under when it connected (unix(7), SO_PEERCRED).
    private func peer(of channel: any Channel) async throws -> uid_t {
        guard let provider = channel as? any SocketOptionProvider else { throw ControlError.system(code: ENOTSUP) }
        let credentials: PeerCredentials = try await provider.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        ).get()
        return credentials.account
    }
}
