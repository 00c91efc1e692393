import Disclosure
import FriendShops
import HTTPTypes
import PolicyEngine
import Synchronization
import Testing
import VitrineTesting

@testable import FeedAPI

/// Answers about oneself pass the gate, too: what was narrowed is not in one that is written afterwards (attack A18).
@Suite(.timeLimit(.minutes(5))) struct OwnAnswersTests {
    private enum Subject: CaseIterable {
        case settings, history, preview, shop, links
    }

    /// Makes the answer, and has a request come between the first making and the writing.
    private func endpoint(
        _ subject: Subject, _ world: ServiceWorld, meanwhile: @escaping @Sendable () async throws -> Void
    ) -> Endpoint {
        let (point, shops) = (world.point, FriendShops(point: world.point))
        let isDone = Mutex(false)
        return Endpoint(.get, "/v1/feed", .feedRead) { request in
            let person = try request.person()
            func overtaken<Value: Sendable>(_ made: Prepared<Value>?) async throws -> Prepared<Value>? {
                let isFirst = isDone.withLock { done in
                    defer { done = true }
                    return !done
                }
                if isFirst { try await meanwhile() }
                return made
            }
            switch subject {
            case .settings:
                return try await request.answer(through: point.gate) {
                    try await overtaken(try await point.visibility.settings(answering: person))
                }
            case .history:
                return try await request.answer(through: point.gate) {
                    try await overtaken(try await point.visibility.history(answering: person))
                }
            case .preview:
                var patch = VisibilityPatch()
                patch.consent.sharing = .off
                let asked = patch
                return try await request.answer(through: point.gate) {
                    try await overtaken(try await point.visibility.preview(asked, answering: person))
                }
            case .shop:
                return try await request.answer(through: point.gate) {
                    try await overtaken(try await shops.ownShop(answering: person))
                }
            case .links:
                return try await request.answer(through: point.gate) {
                    try await overtaken(try await shops.shareLinks(answering: person))
                }
            }
        }
    }

    /// What of ben an answer to ada says, and the request that takes it away.
    private static let cases: [(Subject, said: String, method: String, path: String, body: String?, sender: String)] = [
        (.settings, "ben", "DELETE", "/v1/people/ada/friends/ben", nil, "shop"),
        (.settings, "ben", "DELETE", "/v1/people/ben", nil, "shop"),
        (.settings, #""on":true"#, "PATCH", "/v1/me/visibility", #"{"sharing":{"on":false}}"#, "ada"),
        (.history, "ben", "DELETE", "/v1/people/ben", nil, "shop"),
        (.preview, "ben", "DELETE", "/v1/people/ben", nil, "shop"),
        (.preview, "ben", "PATCH", "/v1/me/visibility", #"{"blocks":{"add":["ben"]}}"#, "ada"),
        (.shop, "Kettle", "DELETE", "/v1/me/picks/1", nil, "ada"),
        (.links, "everyone", "DELETE", "/v1/me/share-links/LINK", nil, "ada"),
    ]

    @Test(arguments: cases.indices) func `an own answer that a narrowing overtakes is made anew`(
        number: Int
    ) async throws {
        let (subject, said, method, path, body, sender) = Self.cases[number]
        try await ServiceWorld.run { world in
            try await world.adaShares()
            try await world.written("PATCH", "/v1/me/visibility", #"{"closeFriends":{"add":["ben"]}}"#, as: "ada")
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","open":true}"#, as: "ada")
            try await world.written("PUT", "/v1/me/picks/1", #"{"product":"p-1"}"#, as: "ada")
            try await world.written("POST", "/v1/me/share-links", #"{"audience":"everyone","hours":720}"#, as: "ada")
            world.clock.advance(bySeconds: 7 * 86_400)
            let link = try #require(try await world.get("/v1/me/share-links", as: "ada").ids.first)
            for isOvertaken in [false, true] {
                let overtaken = endpoint(subject, world) {
                    guard isOvertaken else { return }
                    try await world.written(method, path.replacing("LINK", with: link), body, as: sender)
                }
                let authenticator = ServiceAuthenticator(point: world.point)
                try await RunningServer.run([overtaken], authenticator: authenticator) { server in
                    let answer = try await server.api.request("GET", "/v1/feed", token: world.tokens["ada"])
                    #expect(answer.status == 200)
                    #expect(answer.body.contains(said) == !isOvertaken, "\(answer.body)")
                }
            }
        }
    }
}
