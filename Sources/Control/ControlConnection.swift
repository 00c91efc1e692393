import NIOCore

/// A connection to the process that owns a data directory: one call after the other.
public final class ControlConnection {
    private var answers: NIOAsyncChannelInboundStream<[UInt8]>.AsyncIterator
    private let requests: NIOAsyncChannelOutboundWriter<[UInt8]>
    private let maximumLength: Int
    private var isSpent = false

    init(
        answers: NIOAsyncChannelInboundStream<[UInt8]>, requests: NIOAsyncChannelOutboundWriter<[UInt8]>,
        maximumLength: Int
    ) {
        self.answers = answers.makeAsyncIterator()
        self.requests = requests
        self.maximumLength = maximumLength
    }

    /// Sends a request and waits for its result; the closure is told of progress in between.
    ///
    /// Throws `ControlFailure` when the server says that the request came to nothing, and `ControlError` when the
    /// connection breaks, in which case the request may have been carried out.
    public func call(
        _ request: [UInt8], progress: ([UInt8]) async throws -> Void = { _ in }
    ) async throws -> [UInt8] {
        guard !isSpent else { throw ControlError.connectionSpent }
        guard request.count <= maximumLength else { throw ControlError.frameTooLong(limit: maximumLength) }
        isSpent = true
        do {
            try await requests.write(request)
        } catch {
            // Whatever the transport calls it, the connection is gone.
            try Task.checkCancellation()
            throw ControlError.connectionClosed
        }
        while true {
            switch try await nextAnswer() {
            case .progress(let payload): try await progress(payload)
            case .result(let payload):
                isSpent = false
                return payload
            case .failure(let payload):
                isSpent = false
                throw ControlFailure(payload: payload)
            }
        }
    }

    private func nextAnswer() async throws -> Answer {
        let frame: [UInt8]?
        do {
            frame = try await answers.next(isolation: #isolation)
        } catch let error as ControlError {
            throw error
        } catch {
            frame = nil
        }
        guard let frame else {
            try Task.checkCancellation()
            throw ControlError.connectionClosed
        }
        return try Answer(frame: frame)
    }
}
