import Hummingbird
import Logging
import NIOCore

extension Problem {
    /// What an error that reached the edge is answered with.
    ///
    /// An error that nobody foresaw is answered as such, and logged by the name of its type only, since its
    /// description may hold anything.
    init(mapping error: any Error, logger: Logger) {
        switch error {
        case let problem as Problem: self = problem
        case let error as any ProblemConvertible: self = error.problem
        case is NIOTooManyBytesError: self.init(.contentTooLarge)
        case let error as HTTPError: self.init(Self.kind(ofStatus: error.status.code))
        case is CancellationError: self.init(.deadlineExceeded)
        default:
            logger.error("unexpected error", metadata: ["type": .string(String(reflecting: type(of: error)))])
            self.init(.unexpected)
        }
    }

    private static func kind(ofStatus status: Int) -> ProblemKind {
        switch status {
        case 401: .unauthenticated
        case 404: .notFound
        case 405: .methodNotAllowed
        case 408: .requestTimeout
        case 413: .contentTooLarge
        case 414: .addressTooLong
        case 415: .unsupportedMediaType
        case 431: .headersTooLarge
        case 400...499: .malformedRequest
        default: .unexpected
        }
    }
}
