import Disclosure
import Domain
import FeedBuilder
import Foundation
import Testing
import VitrineTesting

@testable import FeedAPI

/// A page that was written before, and is written again.
@Suite struct ReadyAnswerTests {
    /// What Ben reads of Ada, twice, so that the second time it was there already.
    private func page(_ world: ServiceWorld, _ path: String = "/v1/feed") async throws -> RawAnswer {
        let first = try await world.get(path, as: "ben")
        let second = try await world.get(path, as: "ben")
        #expect(first.body == second.body)
        #expect(first.headers["link"] == second.headers["link"])
        return second
    }

    @Test func `is the same, byte for byte, as the encoder would have it`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let page = try await page(world, "/v1/feed?limit=2")
            let object = try JSONSerialization.jsonObject(with: Data(page.body.utf8))
            let again = try JSONSerialization.data(
                withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
            #expect(page.body == String(decoding: again, as: UTF8.self))
        }
    }

    @Test func `shows nothing that was narrowed`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let id = try #require(try await page(world).ids.first)
            try await world.written("PUT", "/v1/me/purchases/\(id)/visibility", #"{"visibility":"hidden"}"#, as: "ada")
            #expect(try await !page(world).ids.contains(id))
            try await world.written("PATCH", "/v1/me/visibility", #"{"sharing":{"on":false}}"#, as: "ada")
            #expect(try await page(world).ids.isEmpty)
        }
    }

    @Test func `is for its viewer and its address alone`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            #expect(try await page(world).items.count == 3)
            #expect(try await page(world, "/v1/feed?limit=1").items.count == 1)
            #expect(try await page(world).items.count == 3)
            #expect(try await world.get("/v1/feed", as: "dan").items.isEmpty)
            #expect(try await world.get("/v1/feed?limit=0", as: "ben").status == 400)
        }
    }

    @Test func `is not given for a token that was revoked, nor to somebody who is gone`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            _ = try await page(world)
            let tokens = try await world.point.tokens.all()
            let token = try #require(tokens.first { $0.person != nil && $0.client == "phone" })
            _ = try await world.point.tokens.revoke(token.id)
            #expect(try await world.get("/v1/feed", as: "ada").status == 401)
            _ = try await page(world)
            try await world.written("DELETE", "/v1/people/ben")
            #expect(try await world.get("/v1/feed", as: "ben").status == 401)
        }
    }

    @Test func `is made anew when something is released`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let before = try await page(world).items.count
            try await world.written(
                "PUT", "/v1/purchases/o-new/lines/1",
                #"{"buyer":"ada","product":"p-3","quantity":1,"total":19900,"currency":"CNY","at":"\#(world.clock.now)"}"#
            )
            #expect(try await page(world).items.count == before)
            world.clock.advance(bySeconds: 40 * 86_400)
            #expect(try await page(world).items.count == before + 1)
        }
    }
}
