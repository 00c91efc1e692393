import Testing

@testable import FeedAPI

/// Requests that nobody with good intentions sends.
@Suite struct HostileRequestTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let bytes: String
        let problem: String
    }

    @Test func `every hostile request is answered with the problem that fits and not a word of what it said`()
        async throws
    {
        try await RunningServer.run { server in
            for hostile in HostileRequests.all {
                let answer = try await server.api.send(hostile.bytes)
                #expect(answer.problem == hostile.problem, "\(hostile.description): \(answer)")
                #expect((400...499).contains(answer.status), "\(hostile.description)")
                #expect(!answer.body.contains("evil"), "\(hostile.description)")
                #expect(answer.headers["cache-control"] == "private, no-store", "\(hostile.description)")
                #expect(answer.headers["x-content-type-options"] == "nosniff", "\(hostile.description)")
                #expect(answer.headers["server"] == nil)
            }
        }
    }

    @Test func `the table is long enough`() {
        #expect(HostileRequests.all.count >= 60)
    }
}
