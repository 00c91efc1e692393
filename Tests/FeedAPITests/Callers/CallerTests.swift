import Testing

@testable import FeedAPI

@Suite struct CallerTests {
    @Test func `a request without a token is told that one is needed`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request("GET", "/v1/feed")
            #expect(
                answer.body
                    == #"{"type":"/problems/unauthenticated","title":"A valid token is needed","status":401}"#)
            #expect(answer.headers["www-authenticate"] == #"Bearer realm="vitrine""#)
        }
    }

    @Test(arguments: ["evil", "tok_adb", "{}", "a b", "", String(repeating: "x", count: 513)])
    func `all bad tokens are answered alike`(token: String) async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request("GET", "/v1/feed", token: token)
            let unknown = try await server.api.request("GET", "/v1/feed", token: "unknown")
            #expect(answer == unknown)
            #expect(answer.headers["www-authenticate"] == #"Bearer realm="vitrine", error="invalid_token""#)
        }
    }

    @Test func `a token without the scope is told which one is missing`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request(
                "PATCH", "/v1/me/visibility", token: TestAuthenticator.reader, body: "{}")
            #expect(
                answer.body
                    == #"{"type":"/problems/scope-missing","title":"The token does not carry the scope that this needs","status":403}"#
            )
            #expect(
                answer.headers["www-authenticate"]
                    == #"Bearer realm="vitrine", error="insufficient_scope", scope="visibility:narrow""#)
        }
    }

    @Test func `a scope for persons is worth nothing without a person`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.platform)
            #expect(answer.status == 403)
        }
    }

    @Test func `a token does not show when it is printed or dumped`() throws {
        let token = try #require(BearerToken("tok_secret"))
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token) \(String(reflecting: token)) \(dumped)".contains("secret"))
    }

    @Test func `whoever asks too often is told when to come again`() async throws {
        var limits = ServingLimits()
        limits.requestsPerWindow = 2
        let clock = ManualClock()
        try await RunningServer.run(limits: limits, clock: clock) { server in
            let first = try await server.api.request("GET", "/v1/items/absent", token: TestAuthenticator.ada)
            #expect(first.headers["ratelimit"] == #""token";r=1;t=30"#)
            let second = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(second.headers["ratelimit"] == #""token";r=0;t=60"#)
            let third = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(third.status == 429)
            #expect(third.body == #"{"type":"/problems/too-many-requests","title":"Too many requests","status":429}"#)
            #expect(third.headers["retry-after"] == "30")
            #expect(third.headers["ratelimit"] == #""token";r=0;t=60"#)
            #expect(try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.reader).status == 200)
            clock.advance(by: .seconds(30))
            #expect(try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada).status == 200)
        }
    }
}
