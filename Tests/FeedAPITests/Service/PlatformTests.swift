import Testing

@testable import FeedAPI

@Suite struct PlatformTests {
    @Test func `writes answer 204 whether they created, changed or did nothing`() async throws {
        try await ServiceWorld.run { world in
            let person = #"{"name":"Eve","zone":"Asia/Shanghai","minor":true}"#
            for (method, path, body) in [
                ("PUT", "/v1/people/eve", person), ("PUT", "/v1/people/eve", person),
                ("PUT", "/v1/people/eve", #"{"name":"Eva"}"#), ("PUT", "/v1/people/eve/friends/ada", nil),
                ("PUT", "/v1/people/ada/friends/eve", nil), ("DELETE", "/v1/people/eve/friends/ada", nil),
                ("DELETE", "/v1/people/eve/friends/ada", nil), ("DELETE", "/v1/people/eve/friends/zoe", nil),
                ("DELETE", "/v1/people/eve", nil), ("DELETE", "/v1/people/eve", nil),
                ("PUT", "/v1/catalogue/a%2Fb", #"{"title":{"zh":"茶壶"},"status":"delisted"}"#),
                ("DELETE", "/v1/catalogue/a%2Fb", nil), ("DELETE", "/v1/catalogue/a%2Fb", nil),
                ("DELETE", "/v1/purchases/none/lines/1", nil),
            ] as [(String, String, String?)] {
                let answer = try await world.send(method, path, as: "shop", body: body)
                #expect(answer.status == 204, "\(method) \(path): \(answer.body)")
                #expect(answer.body.isEmpty)
            }
        }
    }

    @Test(arguments: [
        (
            #"{"buyer":"zoe","product":"p-1","quantity":1,"total":1,"currency":"CNY","at":"2026-01-01T00:00:00Z"}"#,
            422, "/buyer"
        ),
        (
            #"{"buyer":"ada","product":"p-1","quantity":1,"total":1,"currency":"CNY","at":"2026-01-01T00:00:00Z","shop":"zoe"}"#,
            422, "/shop"
        ),
        (
            #"{"buyer":"ada","product":"p-1","quantity":1,"total":1,"currency":"CNY","at":"2027-01-01T00:00:00Z"}"#,
            422, "/at"
        ),
        (
            #"{"buyer":"ada","product":"p-1","quantity":-1,"total":1,"currency":"CNY","at":"2026-01-01T00:00:00Z"}"#,
            400, "/quantity"
        ),
        (
            #"{"buyer":"ada","product":"p-1","quantity":1,"total":1.5,"currency":"CNY","at":"2026-01-01T00:00:00Z"}"#,
            400, "/total"
        ),
        (
            #"{"buyer":"ada","product":"p-1","quantity":1,"total":1,"currency":"cny","at":"2026-01-01"}"#, 400,
            "/currency"
        ),
    ])
    func `a purchase that cannot be is told by its field`(body: String, status: Int, pointer: String) async throws {
        try await ServiceWorld.run { world in
            let answer = try await world.send("PUT", "/v1/purchases/o-1/lines/1", as: "shop", body: body)
            #expect(answer.status == status)
            #expect(answer.body.contains(#"{"pointer":"\#(pointer)","#))
        }
    }

    @Test func `one platform cannot touch another's orders`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            try await world.written("DELETE", "/v1/purchases/o-0/lines/1", as: "rival")
            #expect(try await world.get("/v1/feed", as: "ben").items.count == 3)
            try await world.written("DELETE", "/v1/purchases/o-0/lines/1")
            #expect(try await world.get("/v1/feed", as: "ben").items.count == 2)
        }
    }

    @Test func `a purchase without an offset is read on the buyer's clock`() async throws {
        try await ServiceWorld.run { world in
            try await world.written(
                "PUT", "/v1/purchases/o-1/lines/1",
                #"{"buyer":"ada","product":"p-1","quantity":2,"total":500,"currency":"CNY","at":"2025-07-01T10:00:00","status":"returned"}"#
            )
            let ledger = try await world.get("/v1/me/purchases", as: "ada")
            #expect(ledger.body.contains(#""at":"2025-07-01T08:00:00Z""#))
            #expect(ledger.body.contains(#""status":"returned""#))
        }
    }

    @Test func `friends must be two people who are known`() async throws {
        try await ServiceWorld.run { (world: ServiceWorld) async throws in
            #expect(try await world.send("PUT", "/v1/people/ada/friends/zoe", as: "shop").status == 422)
            #expect(try await world.send("PUT", "/v1/people/ada/friends/ada", as: "shop").status == 422)
            #expect(try await world.send("PUT", "/v1/people/ada/friends/ben", as: "shop", body: "{}").status == 400)
        }
    }
}
