import Disclosure
import Domain
import Testing
import VitrineTesting

@testable import FeedAPI

/// One deed under one idempotency key; states are set again.
@Suite struct IdempotencyTests {
    private static let link = #"{"audience":"friends","hours":24}"#

    private func share(
        _ world: ServiceWorld, _ key: String, as sender: String = "ada", body: String = Self.link
    ) async throws -> RawAnswer {
        try await world.send(
            "POST", "/v1/me/share-links", as: sender, body: body, headers: ["Idempotency-Key: \(key)"])
    }

    private func opened(_ test: (ServiceWorld) async throws -> Void) async throws {
        try await ServiceWorld.run { world in
            for name in ["ada", "ben"] {
                try await world.written("PUT", "/v1/me/shop", #"{"name":"Shop","open":true}"#, as: name)
            }
            try await test(world)
        }
    }

    @Test func `block, unblock and block again under the key of the body blocks`() async throws {
        try await ServiceWorld.run { world in
            func patch(_ body: String, _ key: String) async throws -> RawAnswer {
                try await world.send(
                    "PATCH", "/v1/me/visibility", as: "ada", body: body, headers: ["Idempotency-Key: \(key)"])
            }
            let (block, unblock) = (#"{"blocks":{"add":["ben"]}}"#, #"{"blocks":{"remove":["ben"]}}"#)
            for (body, key, blocks) in [
                (block, "hash-1", #""blocks":["ben"]"#), (unblock, "hash-2", #""blocks":[]"#),
                (block, "hash-1", #""blocks":["ben"]"#), (unblock, "hash-2", #""blocks":[]"#),
            ] {
                let answer = try await patch(body, key)
                #expect(answer.status == 200 && answer.headers["idempotency-replayed"] == nil)
                #expect(try await world.get("/v1/me/visibility", as: "ada").body.contains(blocks))
            }
            let other = try await patch(#"{"blocks":{"add":["cleo"]}}"#, "hash-1")
            #expect(other.status == 422 && other.problem == "idempotency-key-reused")
            #expect(try await world.get("/v1/me/visibility", as: "ada").body.contains(#""blocks":[]"#))
        }
    }

    @Test func `eight at once under one key make one link`() async throws {
        try await opened { world in
            let answers = try await withThrowingTaskGroup(of: RawAnswer.self) { group in
                for _ in 0..<8 { group.addTask { try await share(world, "k-1") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let made = answers.filter { $0.status == 200 }
            #expect(Set(made.map(\.body)).count == 1)
            #expect(answers.allSatisfy { $0.status == 200 || $0.status == 409 && $0.problem == "conflict" })
            #expect(made.count { $0.headers["idempotency-replayed"] == nil } == 1)
            #expect(try await world.get("/v1/me/share-links", as: "ada").ids.count == 1)
            let replayed = try await share(world, "k-1")
            #expect(replayed.body == made.first?.body && replayed.headers["idempotency-replayed"] == "true")
        }
    }

    @Test func `a key is bound to person, body and path, and not to the token`() async throws {
        try await opened { world in
            let first = try await share(world, "k-1")
            #expect(try await share(world, "k-1", body: #"{"audience":"friends","hours":48}"#).status == 422)
            let another = try await share(world, "k-1", as: "ben")
            #expect(another.status == 200 && another.body != first.body)
            #expect(another.headers["idempotency-replayed"] == nil)
            let second = try await world.point.tokens.issue(
                client: "tablet", person: Handle("ada"), scopes: ServiceWorld.personScopes, days: nil
            ).secret
            let again = try await world.server.api.request(
                "POST", "/v1/me/share-links", token: second, headers: ["Idempotency-Key: k-1"], body: Self.link)
            #expect(again.body == first.body && again.headers["idempotency-replayed"] == "true")
            // The same key elsewhere is another one.
            let elsewhere = try await world.send(
                "POST", "/v1/me/visibility/preview", as: "ada", body: #"{"mutes":{"add":["ben"]}}"#,
                headers: ["Idempotency-Key: k-1"])
            #expect(elsewhere.status == 200)
            #expect(try await world.get("/v1/me/share-links", as: "ada").ids.count == 1)
        }
    }

    @Test func `an answer is kept for a day, and told from what lies on disk`() async throws {
        try await opened { world in
            let first = try await share(world, "k-1")
            let handle = try #require(Handle("ada"))
            let ada = try #require(try await world.point.people.find(handle))
            let deed = world.point.deeds.deed(
                of: ada, method: "POST", path: "/v1/me/share-links", key: "k-1", body: Array(Self.link.utf8))
            guard case .done(let kept) = try await world.point.deeds.finding(deed) else {
                Issue.record("the answer is not kept")
                return
            }
            #expect(String(decoding: kept.value, as: UTF8.self) == first.body)
            world.clock.set(world.clock.now.advanced(bySeconds: Deeds.lifetime))
            #expect(try await share(world, "k-1").headers["idempotency-replayed"] == nil)
            #expect(try await world.get("/v1/me/share-links", as: "ada").ids.count == 1)
        }
    }

    @Test func `what was answered goes with the person`() async throws {
        try await opened { world in
            _ = try await share(world, "k-1")
            let handle = try #require(Handle("ada"))
            let ada = try #require(try await world.point.people.find(handle))
            let deed = world.point.deeds.deed(
                of: ada, method: "POST", path: "/v1/me/share-links", key: "k-1", body: Array(Self.link.utf8))
            try await world.written("DELETE", "/v1/people/ada")
            guard case .unknown = try await world.point.deeds.finding(deed) else {
                Issue.record("the answer is still told")
                return
            }
            #expect(try await share(world, "k-1").status == 401)
        }
    }
}
