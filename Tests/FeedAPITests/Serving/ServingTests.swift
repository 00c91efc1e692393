import Disclosure
import HTTPTypes
import Hummingbird
import ServiceLifecycle
import Testing

@testable import FeedAPI

@Suite struct ServingTests {
    @Test func `a whole exchange, headers included`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request("GET", "/v1/feed?limit=7", token: TestAuthenticator.ada)
            #expect(answer.status == 200)
            #expect(answer.body == #"{"items":[],"limit":7}"#)
            #expect(
                answer.headers == [
                    "cache-control": "private, no-store", "content-length": "22", "content-type": "application/json",
                    "ratelimit": #""token";r=599;t=1"#, "ratelimit-policy": #""token";q=600;w=60"#,
                    "x-content-type-options": "nosniff",
                ])
        }
    }

    @Test func `a HEAD is a GET without its body`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request("HEAD", "/v1/feed", token: TestAuthenticator.ada)
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
            #expect(answer.headers["content-length"] == "23")
            let absent = try await server.api.request("HEAD", "/nowhere")
            #expect(absent.status == 404)
            #expect(absent.body.isEmpty)
        }
    }

    @Test func `a method that is not taken is told which are`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request("POST", "/v1/feed")
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "GET, HEAD")
        }
    }

    @Test func `an unforeseen error says nothing, and is logged by its type only`() async throws {
        let log = LogCapture()
        try await RunningServer.run(logger: log.logger) { server in
            let answer = try await server.api.request("GET", "/v1/me/purchases", token: TestAuthenticator.ada)
            #expect(
                answer.body == #"{"type":"/problems/unexpected","title":"Something went wrong here","status":500}"#)
        }
        #expect(log.lines.contains { $0.contains("Unforeseen") })
        #expect(!log.lines.contains { $0.contains(SampleEndpoints.canary) })
    }

    @Test func `the access log has the template of the path and nothing of the request`() async throws {
        let log = LogCapture()
        try await RunningServer.run(logger: log.logger) { server in
            _ = try await server.api.request(
                "GET", "/v1/items/canary-1?limit=canary-2", token: "canary-3", headers: ["X: canary-4"])
            _ = try await server.api.request("GET", "/v1/items/canary-1?limit=canary-2", token: TestAuthenticator.ada)
            _ = try await server.api.request("GET", "/canary-5")
            _ = try await server.api.request(
                "PUT", "/v1/people/canary-6", token: TestAuthenticator.platform,
                body: #"{"name":"canary-7","canary-8":1}"#)
        }
        let text = log.lines.joined(separator: "\n")
        #expect(!text.contains("canary"))
        #expect(text.contains("debug request method=GET milliseconds=0 route=/v1/items/{id} status=401"))
        #expect(text.contains("debug request method=GET milliseconds=0 route=/v1/items/{id} status=400"))
        #expect(text.contains("debug request method=GET milliseconds=0 route=other status=404"))
        #expect(text.contains("debug request method=PUT milliseconds=0 route=/v1/people/{handle} status=400"))
    }

    @Test func `a body that does not arrive is not waited for`() async throws {
        let limits = ServingLimits()
        try await RunningServer.run(limits: limits, clock: ManualClock(overdue: [limits.bodyDeadline])) { server in
            let answer = try await server.api.send(
                "PATCH /v1/me/visibility HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(TestAuthenticator.ada)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"sha")
            #expect(answer.status == 408)
            #expect(answer.headers["connection"] == "close")
        }
    }

    @Test func `an answer that takes too long is given up`() async throws {
        let limits = ServingLimits()
        let slow = Endpoint(.get, "/v1/feed", .feedRead) { _ in
            try await Task.sleep(for: .seconds(3600))
            return SampleEndpoints.json("{}")
        }
        try await RunningServer.run([slow], limits: limits, clock: ManualClock(overdue: [limits.answerDeadline])) {
            server in
            let answer = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(answer.status == 503)
            #expect(answer.problem == "deadline-exceeded")
            #expect(answer.headers["retry-after"] == "1")
        }
    }

    @Test func `too many requests at once are turned away, and those begun are finished`() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let held = Endpoint(.get, "/v1/feed", .feedRead) { _ in
            begin.yield()
            for await _ in released { break }
            return SampleEndpoints.json("{}")
        }
        var limits = ServingLimits()
        limits.concurrentRequests = 1
        try await RunningServer.run([held], limits: limits) { server in
            async let first = server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            for await _ in begun { break }
            let second = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            #expect(second.status == 503)
            #expect(second.problem == "overloaded")
            #expect(second.headers["retry-after"] == "1")
            await server.group.triggerGracefulShutdown()
            release.yield()
            #expect(try await first.status == 200)
        }
    }
}
