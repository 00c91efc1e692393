import FeedBuilder
import HTTPTypes
import Synchronization
import Testing
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

/// A page that a narrowing overtakes between its making and its writing (attack A18).
@Suite struct OvertakenPageTests {
    /// The feed, with a narrowing after it was made for the first time; with or without what it was made from being compared
    /// before the writing begins.
    private func endpoint(
        _ world: ServiceWorld, isCompared: Bool, narrowing: @escaping @Sendable () async throws -> Void
    ) -> Endpoint {
        let point = world.point
        let hasNarrowed = Mutex(false)
        let feeds = FeedService(point: point, reload: PolicyReload(point: point, load: nil)).feeds
        return Endpoint(.get, "/v1/feed", .feedRead) { request in
            let viewer = try request.person()
            return try await request.answer(through: point.gate) {
                let made = try await feeds.feed(of: viewer, PageRequest())
                let isFirst = hasNarrowed.withLock { done in
                    defer { done = true }
                    return !done
                }
                if isFirst { try await narrowing() }
                if isCompared { return made }
                let stand = point.gate.sequence()
                return Prepared(
                    value: made.value, snapshot: ReadSnapshot(sequence: stand.sequence, global: stand.global))
            }
        }
    }

    private static let requests = [
        ("PATCH", "/v1/me/visibility", #"{"sharing":{"on":false}}"#),
        ("PATCH", "/v1/me/visibility", #"{"blocks":{"add":["ben"]}}"#),
        ("PATCH", "/v1/me/visibility", #"{"levels":{"friends":{"ordinary":"nothing"}}}"#),
        ("DELETE", "/v1/me", nil),
    ]

    @Test(arguments: requests.indices, [true, false])
    func `shows nothing of it, and would show all of it if it were not compared with what it was made from`(
        number: Int, isCompared: Bool
    ) async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            #expect(try await world.get("/v1/feed", as: "ben").items.count == 3)
            let (method, path, body) = Self.requests[number]
            let overtaken = endpoint(world, isCompared: isCompared) {
                try await world.written(method, path, body, as: "ada")
            }
            try await RunningServer.run([overtaken], authenticator: ServiceAuthenticator(point: world.point)) {
                server in
                let answer = try await server.api.request("GET", "/v1/feed", token: world.tokens["ben"])
                #expect(answer.status == 200)
                #expect(try answer.items.count == (isCompared ? 0 : 3))
            }
        }
    }
}
