@testable import FeedAPI

/// A component put before the service, or in the place of a part of it, that may let slip something of what is hidden.
protocol Leak: Sendable {
    func endpoints(of service: FeedService) -> [Endpoint]
}

/// The service as it is.
struct NoLeak: Leak {
    func endpoints(of service: FeedService) -> [Endpoint] { service.endpoints }
}
