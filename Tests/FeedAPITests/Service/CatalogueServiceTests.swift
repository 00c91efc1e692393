import Foundation
import Testing

@testable import FeedAPI

/// The catalogue over HTTP.
@Suite struct CatalogueServiceTests {
    private static let kettle = #"""
        {"title":{"en":"Steel kettle","zh":"电热水壶"},"category":"hg-11","brand":"Ørsted","listPrice":19900,
         "exclusivePrice":14900,"currency":"CNY","commissionRate":1250,
         "references":[{"seller":"别家","price":15900,"currency":"CNY"}]}
        """#

    @Test func `a product is put with all there is to it, and found`() async throws {
        try await ServiceWorld.run { world in
            try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle)
            for query in [
                "query=kettle&brand=%C3%98rsted",
                "query=%E6%B0%B4%E5%A3%B6", "query=%E7%83%AD%E6%B0%B4&category=hg", "brand=%C3%B8RSTED",
            ] {
                let page = try await world.get("/v1/catalogue?\(query)", as: "ben")
                #expect(page.status == 200, "\(page.body)")
                let items = try page.items
                let item = try #require(items.first, "\(query)")
                #expect(items.count == 1 && item["id"] as? String == "k-1")
                #expect(item["saved"] as? Int == 5000 && item["commissionRate"] as? Int == 1250)
                #expect(item["pickable"] as? Bool == true && (item["references"] as? [Any])?.count == 1)
            }
            let delicate = try await world.get("/v1/catalogue?query=pregnancy", as: "ben").items
            #expect(delicate.first?["pickable"] as? Bool == false)
            for query in ["query=%E5%A3%B6%E6%B0%B4", "category=fb", "brand=sted", "query=!"] {
                #expect(try await world.get("/v1/catalogue?\(query)", as: "ben").items.isEmpty, "\(query)")
            }
            try await world.written("DELETE", "/v1/catalogue/k-1")
            #expect(try await world.get("/v1/catalogue?query=steel", as: "ben").items.isEmpty)
        }
    }

    @Test func `the catalogue is read page by page, by who asked and as it was asked`() async throws {
        try await ServiceWorld.run { world in
            var ids: [String] = []
            var path = "/v1/catalogue?category=hg-11&limit=2"
            var cursor: String?
            repeat {
                let page = try await world.get(path, as: "ben")
                ids += try page.ids
                cursor = page.text("next")
                if let cursor {
                    let next = "/v1/catalogue?category=hg-11&limit=2&cursor=\(cursor)"
                    let link = page.headers["link"] ?? ""
                    #expect(link.contains("limit=2") && link.contains("category=hg-11"), "\(link)")
                    #expect(link.contains(cursor) && link.hasSuffix("; rel=\"next\""))
                    for (other, viewer) in [(next, "ada"), ("/v1/catalogue?category=hg&cursor=\(cursor)", "ben")] {
                        #expect(try await world.get(other, as: viewer).status == 400)
                    }
                    path = next
                }
            } while cursor != nil
            #expect(ids == ["p-1", "p-2", "p-3"])
        }
    }

    @Test(arguments: [
        #"{"title":{"en":"K"},"commissionRate":10001}"#, #"{"title":{"en":"K"},"commissionRate":-1}"#,
        #"{"title":{"en":"K"},"references":[{"seller":"","price":1,"currency":"CNY"}]}"#,
        #"{"title":{"en":"K"},"references":[{"seller":"A","price":1}]}"#,
        #"{"title":{"en":"K"},"references":[{"seller":"A","price":1,"currency":"CNY","stock":1}]}"#,
    ])
    func `a product that cannot be is refused`(body: String) async throws {
        try await ServiceWorld.run { world in
            let answer = try await world.send("PUT", "/v1/catalogue/k-1", as: "shop", body: body)
            #expect(answer.status == 400)
            #expect(try await world.get("/v1/catalogue?query=k", as: "ben").ids == ["p-1"])
        }
    }

    @Test(arguments: [
        "query=", "query=%E2%80%AE", "limit=0", "limit=51", "cursor=x", "words=a", "category=%20",
        "query=\(String(repeating: "a", count: 101))",
    ])
    func `a search that makes no sense is refused by its parameter`(query: String) async throws {
        try await ServiceWorld.run { world in
            let answer = try await world.get("/v1/catalogue?\(query)", as: "ben")
            #expect(answer.status == 400 && answer.body.contains("/problems/invalid-parameters"))
        }
    }
}
