import Foundation
import NIOCore
import NIOPosix

/// Reaches the process that owns a data directory.
public struct ControlClient: Sendable {
    private let path: String
    private let maximumLength: Int

    public init(path: String) {
        self.init(path: path, maximumLength: Frame.maximumLength)
    }

    init(path: String, maximumLength: Int) {
        self.path = path
        self.maximumLength = maximumLength
    }

    /// Connects, for as long as the closure runs.
    ///
    /// Throws `ControlError.nobodyListening` when no process answers, in which case the data directory is free.
    public func withConnection<Result>(
        _ body: (ControlConnection) async throws -> Result
    ) async throws -> Result {
        try await FramedChannel.with(connect()) { answers, requests in
            try await body(ControlConnection(answers: answers, requests: requests, maximumLength: maximumLength))
        }
    }

    private func connect() async throws -> any Channel {
        _ = try ControlSocket.address(of: path)
        let maximumLength = maximumLength
        do {
            return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .channelOption(.autoRead, value: false)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try FramedChannel.prepare(channel, maximumLength: maximumLength)
                    }
                }
                .connect(unixDomainSocketPath: path).get()
        } catch let error as IOError {
            switch error.errnoCode {
            case ENOENT, ECONNREFUSED: throw ControlError.nobodyListening
            default: throw ControlError.system(code: error.errnoCode)
            }
        }
    }
}
