import Domain
import Testing
import VitrineTesting

@testable import FeedAPI

/// What hosts do with one order line after its owner narrowed it.
struct ResentPurchaseTests {
    private static func body(_ buyer: String = "ada", _ more: String = "") -> String {
        #"{"buyer":"\#(buyer)","product":"p-1","quantity":1,"total":19900,"currency":"CNY","at":"2026-03-10T09:00:00Z"\#(more)}"#
    }

    private static let path = "/v1/purchases/o-0/lines/1"

    /// Whether ben sees the purchase, now or after so many days.
    ///
    /// Friends are shown products by the week: the tenth of March is in the eleventh.
    private func isSeen(_ world: ServiceWorld, of owner: String = "ada", within days: Int = 70) async throws -> Bool {
        for days in [0, days] {
            world.clock.advance(bySeconds: Int64(days) * 86_400)
            let kettles = try await world.get("/v1/people/\(owner)/purchases", as: "ben").items.filter { item in
                (item["time"] as? [String: Any])?["value"] as? String == "2026-W11"
            }
            if !kettles.isEmpty { return true }
        }
        return false
    }

    private func item(_ world: ServiceWorld, of owner: String = "ada") async throws -> String {
        let items = try await world.get("/v1/me/purchases", as: owner).items
        return try #require(items.first { $0["order"] as? String == "o-0" }?["id"] as? String)
    }

    @Test(arguments: ["hidden", "close-friends"])
    func `a purchase that its owner narrowed stays so when it is deleted and sent again`(word: String) async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let id = try await item(world)
            try #require(try await isSeen(world, within: 0))
            try await world.written(
                "PUT", "/v1/me/purchases/\(id)/visibility", #"{"visibility":"\#(word)"}"#, as: "ada")
            try await world.written("DELETE", Self.path)
            #expect(try await world.get("/v1/items/\(id)", as: "ada").status == 404)
            let gone = try await world.send(
                "PUT", "/v1/me/purchases/\(id)/visibility", as: "ada", body: #"{"visibility":"default"}"#)
            #expect(gone.status == 404, "of what is gone nothing can be said")
            try await world.written("PUT", Self.path, Self.body())
            #expect(try await item(world) == id)
            #expect(try await !isSeen(world))
        }
    }

    @Test func `a purchase whose buyer was corrected and corrected back stays hidden`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let id = try await item(world)
            try #require(try await isSeen(world, within: 0))
            try await world.written("PUT", "/v1/me/purchases/\(id)/visibility", #"{"visibility":"hidden"}"#, as: "ada")
            try await world.written(
                "PATCH", "/v1/me/visibility",
                #"{"sharing":{"on":true,"since":"2026-01-01T00:00:00Z"},"levels":{"close-friends":{"ordinary":"product"},"friends":{"ordinary":"product"}}}"#,
                as: "cleo")
            try await world.written("PUT", Self.path, Self.body("cleo"))
            #expect(try await !isSeen(world, of: "cleo"))
            try await world.written("PUT", Self.path, Self.body("ada"))
            #expect(try await item(world) == id)
            #expect(try await !isSeen(world))
        }
    }

    @Test func `a return stays one until the host says otherwise`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            try #require(try await isSeen(world, within: 0))
            try await world.written("PUT", Self.path, Self.body("ada", #","status":"returned""#))
            try await world.written("PUT", Self.path, Self.body())
            try await world.written("DELETE", Self.path)
            try await world.written("PUT", Self.path, Self.body())
            #expect(try await !isSeen(world, within: 0))
            try await world.written("PUT", Self.path, Self.body("ada", #","status":"bought""#))
            #expect(try await !isSeen(world, within: 0), "it counts as late")
            #expect(try await isSeen(world))
        }
    }
}
