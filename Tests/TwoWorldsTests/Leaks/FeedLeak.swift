import FeedBuilder
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

@testable import Disclosure
@testable import FeedAPI

/// Serves the feed itself, and spoils every page.
protocol FeedLeak: Leak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws
}

extension FeedLeak {
    func endpoints(of service: FeedService) -> [Endpoint] {
        service.endpoints.map { endpoint in
            guard endpoint.path == "/v1/feed" else { return endpoint }
            return Endpoint(endpoint.method, endpoint.path, endpoint.scope) { request in
                let viewer = try request.person()
                let request = try request.page(allowing: [.since])
                let prepared = try await service.feeds.feed(of: viewer, request)
                let body = try JSONAnswer.body(prepared.value)
                guard
                    let object = try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any]
                else { throw Problem(.notFound) }
                var page = SpoiledPage(object: object)
                try await spoil(&page, FeedSight(service: service, viewer: viewer))
                return try page.answer(through: service.point.gate)
            }
        }
    }
}

/// A page on its way out, as loose JSON.
struct SpoiledPage {
    private var object: [String: Any]
    var headers = HTTPFields()

    init(object: [String: Any]) {
        self.object = object
    }

    var items: [[String: Any]] {
        get { object["items"] as? [[String: Any]] ?? [] }
        set { object["items"] = newValue }
    }

    var isLast: Bool { object["next"] == nil }

    /// Let through as if it were made from nothing.
    func answer(through gate: Gate) throws -> Answer {
        let body = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        var headers = headers
        headers[.contentType] = "application/json"
        let stand = gate.sequence()
        let prepared = Prepared(
            value: ReadyAnswer(address: "", body: ByteBuffer(bytes: Array(body)), headers: headers),
            snapshot: ReadSnapshot(sequence: stand.sequence, global: stand.global))
        guard let admitted = gate.admit(prepared) else { throw Problem(.notFound) }
        return .gated(admitted)
    }
}
