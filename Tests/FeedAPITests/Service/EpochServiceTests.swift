import Domain
import Foundation
import Testing
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

/// Boards, books and visits over HTTP: who sees what of them.
@Suite(.timeLimit(.minutes(5))) struct EpochServiceTests {
    private func visits(_ world: ServiceWorld) -> [(visitor: PersonID, shop: PersonID)] {
        world.point.epochBook.takeVisits().flatMap { visitor, visits in
            visits.shops.values.joined().map { (visitor, $0) }
        }
    }

    private func object(_ answer: RawAnswer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    private func ranked(_ answer: RawAnswer) throws -> [String] {
        let places = try #require(try object(answer)["places"] as? [[String: Any]])
        return places.compactMap { ($0["shop"] as? [String: Any])?["handle"] as? String }
    }

    @Test func `the books tell an owner what the tick released, and nobody else anything`() async throws {
        try await ServiceWorld.withCrowd { world, crowd in
            let before = try await world.get("/v1/me/shop/insights", as: "ada")
            #expect(before.status == 200)
            for token in crowd {
                #expect(try await world.server.api.request("GET", "/v1/shops/ada", token: token).status == 200)
            }
            // Nothing moves at the visit.
            #expect(try await world.get("/v1/me/shop/insights", as: "ada").body == before.body)
            try await world.pass(days: 1)
            let told = try object(try await world.get("/v1/me/shop/insights", as: "ada"))
            let visitors = try #require(told["visitors"] as? [[String: Any]])
            let last = try #require(visitors.last?["people"] as? [String: Any])
            #expect((last["from"] as? Int ?? 0) >= 30 && visitors.count == 1)
            #expect(told["epoch"] as? String == "2026-01-21")
            #expect((told["guarantee"] as? [String: Any])?["epsilonMilli"] as? Int == 500)
            let influence = try object(try await world.get("/v1/me/shop/influence", as: "ada"))
            #expect(influence["slots"] as? Int == 4 && (influence["terms"] as? [Any])?.count == 3)
            // Who has no shop gets what anybody gets who asks for what is not there.
            let none = try await world.get("/v1/shops/nobody", as: "ben")
            for path in ["/v1/me/shop/insights", "/v1/me/shop/influence"] {
                let answer = try await world.get(path, as: "ben")
                #expect(answer.status == 404 && answer.body == none.body)
                #expect(try await world.get(path, as: "shop").status == 403)
                #expect(try await world.get(path, as: "narrow").status == 403)
                #expect(try await world.server.api.request("GET", path).status == 401)
            }
            let front = try await world.get("/v1/shops/ada", as: "ben")
            #expect(front.body.contains(#""visitors":{"from":"#) && !front.body.contains("commissions"))
        }
    }

    @Test func `only a friend's look at the front is a visit`() async throws {
        try await ServiceWorld.withCrowd { world, _ in
            let (ada, ben) = (try await world.person("ada"), try await world.person("ben"))
            for (path, reader) in [
                ("/v1/shops/ada", "dan"), ("/v1/shops/ada", "ada"), ("/v1/me/view-as/ben?of=shop", "ada"),
                ("/v1/shops/nobody", "ben"), ("/v1/shops/cleo", "ben"), ("/v1/shops/ada/picks", "ben"),
                ("/v1/shops/ada/activity", "ben"), ("/v1/feed", "ben"), ("/v1/boards/friends", "ben"),
            ] {
                _ = try await world.get(path, as: reader)
                #expect(visits(world).isEmpty, "\(path) as \(reader)")
            }
            let made = try await world.send(
                "POST", "/v1/me/share-links", as: "ada", body: #"{"audience":"friends","hours":1}"#)
            let secret = try #require(made.text("secret"))
            let shared = try await world.send("POST", "/v1/shared-shop", as: "ben", body: #"{"secret":"\#(secret)"}"#)
            #expect(shared.status == 200 && visits(world).isEmpty)
            for _ in 0..<3 { _ = try await world.get("/v1/shops/ada", as: "ben") }
            let noted = visits(world)
            #expect(noted.map(\.visitor) == [ben] && noted.map(\.shop) == [ada])
            // Who looks in private mode, or has blocked the owner, sees the front and leaves nothing.
            for quiet in [#"{"privateMode":{"on":true}}"#, #"{"privateMode":{"on":false},"blocks":{"add":["ada"]}}"#] {
                try await world.written("PATCH", "/v1/me/visibility", quiet, as: "ben")
                _ = try await world.get("/v1/shops/ada", as: "ben")
                #expect(visits(world).isEmpty, "\(quiet)")
            }
            try await world.written("PATCH", "/v1/me/visibility", #"{"blocks":{"add":["ben"]}}"#, as: "ada")
            #expect(try await world.get("/v1/shops/ada", as: "ben").status == 404 && visits(world).isEmpty)
        }
    }

    @Test func `the friends' board has a person's friends, three unless more are asked for`() async throws {
        try await ServiceWorld.withCrowd { world, _ in
            for name in ["ben", "cleo", "dan"] {
                try await world.written("PUT", "/v1/me/shop", #"{"name":"\#(name)'s","open":true}"#, as: name)
            }
            let ada = try await world.get("/v1/boards/friends", as: "ada")
            #expect(Set(try ranked(ada)) == ["ada", "ben", "cleo"])
            #expect(try ranked(try await world.get("/v1/boards/friends", as: "dan")) == ["dan"])
            let first = try await world.get("/v1/boards/friends?limit=2", as: "ada")
            let cursor = try #require(first.text("next"))
            let rest = try await world.get("/v1/boards/friends?limit=2&cursor=\(cursor)", as: "ada")
            #expect(try ranked(first) + ranked(rest) == ranked(ada))
            for wrong in ["/v1/boards/friends?limit=2&cursor=\(cursor)", "/v1/boards/top?cursor=\(cursor)"] {
                #expect(try await world.get(wrong, as: "ben").status == 400)
            }
            // Three are the first page of four.
            try await world.written("PUT", "/v1/people/ada/friends/dan")
            let three = try await world.get("/v1/boards/friends", as: "ada")
            #expect(try ranked(three).count == 3 && three.text("next") != nil)
        }
    }

    @Test func `the platform's board is a choice, and the same bytes for everybody, those blocked included`()
        async throws
    {
        try await ServiceWorld.withCrowd { world, crowd in
            for token in crowd { _ = try await world.server.api.request("GET", "/v1/shops/ada", token: token) }
            try await world.pass(days: 1)
            #expect(try ranked(try await world.get("/v1/boards/top", as: "dan")).isEmpty)
            try await world.written("PUT", "/v1/me/shop/board", #"{"listed":true}"#, as: "ada")
            #expect(try ranked(try await world.get("/v1/boards/top", as: "dan")).isEmpty)
            try await world.pass(days: 1)
            try await world.written("PATCH", "/v1/me/visibility", #"{"blocks":{"add":["ben"]}}"#, as: "ada")
            let seen = try await world.get("/v1/boards/top", as: "dan")
            #expect(try ranked(seen) == ["ada"])
            for reader in ["ada", "ben", "cleo"] {
                #expect(try await world.get("/v1/boards/top", as: reader).body == seen.body)
            }
            try await world.written("PUT", "/v1/me/shop/board", #"{"listed":false}"#, as: "ada")
            #expect(try ranked(try await world.get("/v1/boards/top", as: "dan")).isEmpty)
        }
    }

    @Test func `whose invitation was followed is told to nobody, and tells nobody who there is`() async throws {
        try await ServiceWorld.withCrowd { world, _ in
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ben's","open":true}"#, as: "ben")
            let answers = try await ["ada", "nobody", "ben"].mapAsync { handle in
                try await world.send("PUT", "/v1/me/shop/inviter", as: "ben", body: #"{"handle":"\#(handle)"}"#)
            }
            #expect(answers.allSatisfy { $0.status == 204 && $0.body.isEmpty })
            try await world.written("PUT", "/v1/me/shop/inviter", #"{"handle":"ada"}"#, as: "ben")
            let ben = try await world.person("ben")
            #expect(try await world.point.epochs.standing(of: ben).inviter == world.person("ada"))
            try await world.pass(days: 1)
            let told = try object(try await world.get("/v1/me/shop/insights", as: "ada"))
            // One is far fewer than a crowd.
            #expect((told["invitations"] as? [String: Any])?["from"] as? Int == 0)
            for reader in ["ada", "cleo"] {
                #expect(!(try await world.get("/v1/shops/ben", as: reader).body.contains("invit")))
            }
            let bad = try await world.send("PUT", "/v1/me/shop/inviter", as: "ben", body: #"{"handle":"NOBODY !"}"#)
            #expect(bad.status == 400)
        }
    }
}

extension [String] {
    fileprivate func mapAsync<Result>(_ body: (String) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
