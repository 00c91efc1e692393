import Foundation
import Testing
import VitrineTesting

@testable import FeedAPI

/// Shops, picks and their conflicts over HTTP.
@Suite struct ShopServiceTests {
    private static let front = #"{"name":"Ada's","sign":"茶","avatar":"🍵","line":"Come in","open":true}"#

    private func opened(_ test: (ServiceWorld) async throws -> Void) async throws {
        try await ServiceWorld.run { world in
            try await world.written("PUT", "/v1/me/shop", Self.front, as: "ada")
            world.clock.advance(bySeconds: 60)
            try await test(world)
        }
    }

    @Test func `a front is put and read, by its owner and by others`() async throws {
        try await opened { world in
            try await world.written("PUT", "/v1/me/picks/2", #"{"product":"p-1"}"#, as: "ada")
            world.clock.advance(bySeconds: 60)
            let own = try await world.get("/v1/me/shop", as: "ada")
            #expect(own.body.contains(#""lockedUntil":"2026-01-04T00:01:00Z""#) && own.body.contains(#""slots":4"#))
            for viewer in ["ben", "dan", "ada"] {
                let seen = try await world.get("/v1/shops/ada", as: viewer)
                #expect(seen.status == 200 && seen.text("avatar") == "🍵" && seen.text("sign") == "茶")
                #expect(seen.body.contains(#""slot":2"#) && !seen.body.contains("locked"))
                #expect(try await world.get("/v1/shops/ada/picks", as: viewer).items.count == 1)
            }
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Другой","open":false}"#, as: "ada")
            #expect(try await world.get("/v1/shops/ada", as: "ben").status == 404)
            for handle in ["ada", "cleo", "nobody"] {
                let picks = try await world.get("/v1/shops/\(handle)/picks", as: "ben")
                #expect(picks.status == 200 && picks.body == #"{"items":[]}"#)
            }
        }
    }

    @Test(arguments: [
        (#"{"name":"Аda","open":true}"#, "/name"), (#"{"name":"a\u202eb","open":true}"#, "/name"),
        (#"{"name":"Ada","avatar":"ab","open":true}"#, "/avatar"),
        (#"{"name":"Ada","sign":"\u200f","open":true}"#, "/sign"),
        (#"{"name":"Ada","line":"\ue000","open":true}"#, "/line"),
    ])
    func `a front that cannot be shown is refused by its field`(body: String, pointer: String) async throws {
        try await opened { world in
            let before = try await world.get("/v1/me/shop", as: "ada").body
            let answer = try await world.send("PUT", "/v1/me/shop", as: "ada", body: body)
            #expect(answer.status == 422 && answer.body.contains(#"{"pointer":"\#(pointer)","#), "\(answer.body)")
            #expect(try await world.get("/v1/me/shop", as: "ada").body == before)
        }
    }

    @Test func `each conflict of a pick is a problem of its own kind`() async throws {
        try await ServiceWorld.run { world in
            func put(_ slot: String, _ body: String) async throws -> String? {
                let answer = try await world.send("PUT", "/v1/me/picks/\(slot)", as: "ada", body: body)
                #expect(answer.status == 204 || answer.body.contains(#""type":"/problems/"#))
                return answer.status == 204 ? nil : "\(answer.status) \(answer.text("type") ?? "")"
            }
            #expect(try await put("1", #"{"product":"p-1"}"#) == "409 /problems/no-shop")
            try await world.written("PUT", "/v1/me/shop", Self.front, as: "ada")
            #expect(try await put("1", #"{"product":"p-1"}"#) == nil)
            #expect(try await put("1", #"{"product":"p-2"}"#) == "409 /problems/slot-locked")
            #expect(try await put("2", #"{"product":"p-1"}"#) == "409 /problems/good-already-picked")
            #expect(try await put("2", #"{"product":"p-9"}"#) == "409 /problems/good-not-pickable")
            #expect(try await put("2", #"{"product":"none"}"#) == "422 /problems/refused-change")
            #expect(try await put("2", #"{"purchase":"it_none"}"#) == "422 /problems/refused-change")
            #expect(try await put("2", #"{"product":"p-2","purchase":"it_none"}"#) == "400 /problems/invalid-fields")
            #expect(try await put("2", "{}") == "400 /problems/invalid-fields")
            #expect(try await put("5", #"{"product":"p-2"}"#) == "404 /problems/not-found")
            try await world.written(
                "PUT", "/v1/catalogue/p-2", #"{"title":{"en":"Teapot"},"category":"hg-11","status":"delisted"}"#)
            #expect(try await put("2", #"{"product":"p-2"}"#) == "409 /problems/good-delisted")
        }
    }

    @Test func `a good of an own purchase is picked by its ledger id, and not by anybody else's`() async throws {
        try await opened { world in
            try await world.adaShares()
            let id = try #require(try await world.get("/v1/me/purchases", as: "ada").ids.last)
            let pick = #"{"purchase":"\#(id)"}"#
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ben's","open":true}"#, as: "ben")
            #expect(try await world.send("PUT", "/v1/me/picks/1", as: "ben", body: pick).status == 422)
            try await world.written("PUT", "/v1/me/picks/1", pick, as: "ada")
            world.clock.advance(bySeconds: 60)
            let shown = try await world.get("/v1/shops/ada", as: "ben")
            #expect(shown.body.contains(#""bought":true"#) && shown.body.contains(#""id":"p-1""#))
            let stranger = try await world.get("/v1/shops/ada", as: "dan")
            #expect(!stranger.body.contains("bought") && stranger.body.contains(#""id":"p-1""#))
        }
    }

    @Test func `a share link opens the front by its secret alone, and nothing once it is revoked`() async throws {
        try await opened { world in
            let made = try await world.send(
                "POST", "/v1/me/share-links", as: "ada", body: #"{"audience":"everyone","hours":24}"#)
            let secret = try #require(made.text("secret"))
            #expect(made.body.contains(#""opensForBlockedPeople":true"#))
            let list = try await world.get("/v1/me/share-links", as: "ada")
            let id = try #require(try list.ids.first)
            #expect(!list.body.contains(secret))
            let asked = #"{"secret":"\#(secret)"}"#
            let headers = ["Idempotency-Key: again"]
            func open(_ body: String, as viewer: String = "dan") async throws -> RawAnswer {
                try await world.send("POST", "/v1/shared-shop", as: viewer, body: body, headers: headers)
            }
            let front = try await open(asked)
            #expect(front.status == 200 && front.text("name") == "Ada's" && !front.body.contains("picks"))
            let unknown = try await open(#"{"secret":"x"}"#)
            #expect(unknown.status == 404)
            #expect(try await world.send("DELETE", "/v1/me/share-links/\(id)", as: "ada").status == 204)
            let revoked = try await open(asked)
            #expect(revoked.status == 404 && revoked.body == unknown.body)
            #expect(try await world.get("/v1/me/share-links", as: "ada").body == #"{"items":[]}"#)
            for body in [#"{"audience":"self","hours":1}"#, #"{"audience":"friends","hours":721}"#, "{}"] {
                let refused = try await world.send("POST", "/v1/me/share-links", as: "ada", body: body)
                #expect(refused.status == 400 || refused.status == 422, "\(body)")
            }
        }
    }
}
