import Domain
import Testing

@testable import Disclosure
@testable import FeedAPI

/// A field that a write leaves out stays as it was, and nothing is lowered or widened by it.
@Suite struct AbsentFieldTests {
    private func put(_ world: ServiceWorld, _ path: String, _ body: String, as sender: String = "shop") async throws
        -> RawAnswer
    {
        try await world.send("PUT", path, as: sender, body: body)
    }

    @Test func `a minor stays one until the host says otherwise`() async throws {
        try await ServiceWorld.run { world in
            let path = "/v1/people/eve"
            #expect(try await put(world, path, #"{"minor":true}"#).body.contains(#""pointer":"/name""#))
            try await world.written("PUT", path, #"{"name":"Eve","zone":"Asia/Shanghai","minor":true}"#)
            try await world.written("PUT", path, #"{"name":"Eva"}"#)
            let handle = try #require(Handle("eve"))
            let eve = try #require(try await world.point.people.find(handle))
            let silent = try #require(try await world.point.people.profile(of: eve))
            #expect(silent.isMinor && silent.zone == Zone("Asia/Shanghai") && silent.name == "Eva")
            let cleared = try await put(world, path, #"{"minor":null}"#)
            #expect(cleared.status == 400 && cleared.body.contains(#""pointer":"/minor""#))
            try await world.written("PUT", path, #"{"minor":false,"zone":null}"#)
            let told = try #require(try await world.point.people.profile(of: eve))
            #expect(!told.isMinor && told.zone == .utc)
        }
    }

    @Test func `a good keeps what is not named, and its class`() async throws {
        try await ServiceWorld.run { world in
            let path = "/v1/catalogue/p-7"
            func product() throws -> Product {
                let id = try #require(ProductID("p-7"))
                let good = try #require(world.point.rulebook.good(id))
                return good.product
            }
            try await world.written(
                "PUT", path,
                #"{"title":{"en":"Stick","zh":"早孕试纸"},"category":"hg-11","brand":"Acme","listPrice":900,"currency":"CNY","status":"delisted","commissionRate":50,"references":[{"seller":"Else","price":950,"currency":"CNY"}]}"#
            )
            let before = try product()
            try await world.written("PUT", path, #"{"title":{"en":"Stick"},"listPrice":900,"currency":"CNY"}"#)
            #expect(try product() == before)
            #expect(world.point.rulebook.tier(of: before.number) != .ordinary)
            for (body, pointer) in [
                (#"{"title":{"zh":"试纸"}}"#, "/title"), (#"{"title":{"zh":null}}"#, "/title"),
            ] {
                let refused = try await put(world, path, body)
                #expect(refused.status == 422 && refused.problem == "class-lowered", "\(refused.body)")
                #expect(refused.body.contains(#""pointer":"\#(pointer)""#) && refused.body.contains("allowLowering"))
            }
            try await world.written("DELETE", path)
            let anew = #"{"title":{"en":"Stick"},"category":"hg-11"}"#
            #expect(try await put(world, path, anew).problem == "class-lowered")
            #expect(try await put(world, path + "?allowLowering=true", anew).status == 403)
            let both = try await world.point.tokens.issue(
                client: "shop", person: nil, scopes: [.platformCatalogue, .operator], days: nil
            ).secret
            func send(_ query: String) async throws -> RawAnswer {
                try await world.server.api.request("PUT", path + query, token: both, headers: [], body: anew)
            }
            // The scope alone allows nothing: it has to be said.
            #expect(try await send("").problem == "class-lowered")
            #expect(try await send("?allowLowering=yes").status == 400)
            #expect(try await send("?allowLowering=true").status == 204)
            let number = try product().number
            #expect(world.point.rulebook.tier(of: number) == .ordinary)
        }
    }

    @Test(arguments: [
        ("/v1/catalogue/p-1", #"{"status":null}"#, 400, "/status"),
        ("/v1/catalogue/p-1", #"{"title":null}"#, 400, "/title"),
        ("/v1/catalogue/p-1", #"{"title":{"en":null}}"#, 400, "/title"),
        ("/v1/catalogue/p-1", #"{"listPrice":5}"#, 400, "/currency"),
        ("/v1/catalogue/p-1", #"{"listPrice":5,"currency":"RMB"}"#, 400, "/currency"),
        ("/v1/people/ada", #"{"name":null}"#, 400, "/name"),
        (
            "/v1/purchases/o-9/lines/1",
            #"{"buyer":"ada","product":"p-1","quantity":1,"total":1,"currency":"XYZ","at":"2026-01-01"}"#, 400,
            "/currency"
        ),
        (
            "/v1/purchases/o-9/lines/1",
            #"{"buyer":"ada","product":"p-1","quantity":1,"total":1,"currency":"CNY","at":"2026-01-01T00:00:00Z","status":null}"#,
            400, "/status"
        ),
    ])
    func `what cannot be cleared or is no currency is told by its field`(
        path: String, body: String, status: Int, pointer: String
    ) async throws {
        try await ServiceWorld.run { world in
            let answer = try await put(world, path, body)
            #expect(answer.status == status && answer.body.contains(#""pointer":"\#(pointer)""#), "\(answer.body)")
        }
    }
}
