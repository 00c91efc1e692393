import Domain
import Foundation
import Testing
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

/// What the friend shop promises its owner and friends, over HTTP.
@Suite(.timeLimit(.minutes(5))) struct FriendShopServiceTests {
    private static func kettle(exclusivePrice: Int = 14_900, status: String = "listed") -> String {
        #"""
        {"title":{"en":"Steel kettle"},"category":"hg-11","listPrice":19900,"exclusivePrice":\#(exclusivePrice),
         "currency":"CNY","status":"\#(status)","references":[{"seller":"别家","price":15900,"currency":"CNY"}]}
        """#
    }

    /// Ada's shop with a kettle in its first slot.
    private func furnished(_ test: (ServiceWorld) async throws -> Void) async throws {
        try await ServiceWorld.run { world in
            try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle())
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","sign":"茶","open":true}"#, as: "ada")
            world.clock.advance(bySeconds: 60)
            try await world.written("PUT", "/v1/me/picks/1", #"{"product":"k-1"}"#, as: "ada")
            world.clock.advance(bySeconds: 60)
            try await test(world)
        }
    }

    private func object(_ answer: RawAnswer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    /// What a friend's feed has of a kind, the newest first.
    private func told(_ kind: String, _ world: ServiceWorld) async throws -> [[String: Any]] {
        try await world.get("/v1/feed", as: "ben").items.filter { $0["kind"] as? String == kind }
    }

    @Test func `a pick shows list and exclusive price, what is saved, and what is asked elsewhere`() async throws {
        try await furnished { world in
            let front = try object(try await world.get("/v1/shops/ada", as: "ben"))["picks"] as? [[String: Any]]
            for picks in [try #require(front), try await world.get("/v1/shops/ada/picks", as: "ben").items] {
                let product = try #require(picks.first?["product"] as? [String: Any])
                #expect(product["listPrice"] as? Int == 19_900 && product["exclusivePrice"] as? Int == 14_900)
                #expect(product["saved"] as? Int == 5_000)
                let reference = try #require((product["references"] as? [[String: Any]])?.first)
                #expect(reference["seller"] as? String == "别家" && reference["price"] as? Int == 15_900)
            }
        }
    }

    @Test func `a delisted good is gone from every front and feed, frees its slot, and comes back`() async throws {
        try await furnished { world in
            func shown() async throws -> [Bool] {
                var shown: [Bool] = []
                for (path, viewer) in [
                    ("/v1/shops/ada", "ben"), ("/v1/shops/ada/picks", "ben"), ("/v1/shops/ada/activity", "ben"),
                    ("/v1/feed", "ben"), ("/v1/me/shop", "ada"),
                ] {
                    shown.append(try await world.get(path, as: viewer).body.contains("k-1"))
                }
                return shown
            }
            #expect(try await shown().allSatisfy { $0 })
            try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle(status: "delisted"))
            #expect(try await shown().allSatisfy { !$0 })
            try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle())
            #expect(try await shown().allSatisfy { $0 })
            let locked = try await world.send("PUT", "/v1/me/picks/1", as: "ada", body: #"{"product":"p-2"}"#)
            #expect(locked.status == 409)
            try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle(status: "delisted"))
            try await world.written("PUT", "/v1/me/picks/1", #"{"product":"p-2"}"#, as: "ada")
        }
    }

    @Test func `the books tell what sold in bands, and name a buyer who lets the owner know`() async throws {
        try await ServiceWorld.withCrowd { world, _ in
            try await world.crowdShares()
            try await world.written("PUT", "/v1/me/picks/1", #"{"product":"p-1"}"#, as: "ada")
            for (name, level) in [("ben", "full"), ("cleo", "product")] {
                try await world.written(
                    "PATCH", "/v1/me/visibility",
                    #"{"sharing":{"on":true},"closeFriends":{"add":["ada"]},"levels":{"close-friends":{"ordinary":"\#(level)"}}}"#,
                    as: name)
                try await world.written(
                    "PUT", "/v1/purchases/o-\(name)/lines/1",
                    #"{"buyer":"\#(name)","product":"p-1","quantity":1,"total":10000,"currency":"CNY","at":"2026-01-21T00:00:00Z","shop":"ada"}"#
                )
            }
            try await world.crowdBuys(0..<60, on: "2026-01-20")
            let early = try object(try await world.get("/v1/me/shop/insights", as: "ada"))
            #expect((early["buyers"] as? [Any])?.isEmpty == true)
            try await world.pass(days: 20)
            let books = try object(try await world.get("/v1/me/shop/insights", as: "ada"))
            let good = try #require((books["goods"] as? [[String: Any]])?.first)
            #expect(good["slot"] as? Int == 1 && (good["product"] as? [String: Any])?["id"] as? String == "p-1")
            #expect((good["buyers"] as? [String: Any])?["from"] as? Int ?? 0 >= 30)
            #expect(((books["buyers"] as? [[String: Any]])?.last?["from"] as? Int ?? 0) >= 30)
            let named = try #require(books["named"] as? [[String: Any]])
            #expect(named.compactMap { ($0["actor"] as? [String: Any])?["handle"] as? String } == ["ben"])
        }
    }

    @Test func `a commission is one total without lines; below a crowd it waits, and returns come off the next`()
        async throws
    {
        try await ServiceWorld.withCrowd { world, _ in
            func totals() async throws -> [Int] {
                let books = try object(try await world.get("/v1/me/shop/insights", as: "ada"))
                let told = try #require(books["commissions"] as? [[String: Any]])
                #expect(told.allSatisfy { Set($0.keys) == ["epoch", "amount", "currency"] })
                return told.compactMap { $0["amount"] as? Int }
            }
            // Ada is paid for what she can read line by line, and for nothing of others. Four and four would be enough to be told.
            try await world.crowdLetsAdaKnow(0..<10)
            try await world.crowdBuys(0..<4, on: "2026-01-20")
            try await world.crowdBuys(20..<24, on: "2026-01-20")
            try await world.pass(days: 20)
            #expect(try await totals() == [])
            // Three hundredths of a hundred yuan, of ten buyers, of whom four had waited.
            try await world.crowdBuys(4..<10, on: "2026-02-09")
            try await world.pass(days: 28)
            #expect(try await totals() == [300 * 10])
            try await world.crowdBuys(0..<2, on: "2026-01-20", status: "returned")
            try await world.crowdBuys(0..<9, on: "2026-03-08", "d")
            try await world.pass(days: 31)
            #expect(try await totals() == [300 * 10, 300 * (9 - 2)])
        }
    }

    @Test func `an inviter is told of invited shops in a band, and of nothing else`() async throws {
        try await ServiceWorld.withCrowd { world, _ in
            let ada = try await world.person("ada")
            for name in ServiceWorld.crowd { try await world.point.epochs.setInviter(ada, of: world.person(name)) }
            // What they would reach by many buyers each.
            var state = try await world.point.epochBook.state(world.point)
            for name in ServiceWorld.crowd { state.standings[try await world.person(name)]?.tier = 1 }
            world.point.epochBook.set(state)
            try await world.pass(days: 1)
            let answer = try await world.get("/v1/me/shop/insights", as: "ada")
            let invitations = try #require(try object(answer)["invitations"] as? [String: Any])
            #expect(invitations["from"] as? Int ?? 0 >= 30 && Set(invitations.keys).isSubset(of: ["from", "to"]))
            #expect(!ServiceWorld.crowd.contains { answer.body.contains("\"\($0)\"") })
        }
    }

    // MARK: Activity

    @Test func `a pick is told with shop, product and both prices`() async throws {
        try await furnished { world in
            let pick = try #require(try await told("pick", world).first)
            #expect((pick["actor"] as? [String: Any])?["handle"] as? String == "ada")
            let product = try #require(pick["product"] as? [String: Any])
            #expect(product["id"] as? String == "k-1")
            #expect(product["listPrice"] as? Int == 19_900 && product["exclusivePrice"] as? Int == 14_900)
            // One that takes its place is told as well.
            world.clock.advance(bySeconds: 3 * 86_400)
            try await world.written("PUT", "/v1/me/picks/1", #"{"product":"p-2"}"#, as: "ada")
            world.clock.advance(bySeconds: 60)
            let picks = try await told("pick", world)
            #expect(picks.compactMap { ($0["product"] as? [String: Any])?["id"] as? String } == ["p-2"])
        }
    }

    @Test func `a shop is told when it opens, is renamed, has a new sign, and closes`() async throws {
        try await furnished { world in
            func events() async throws -> [String] {
                try await told("shop", world).compactMap { $0["event"] as? String }
            }
            #expect(try await events() == ["opened"])
            func set(_ body: String) async throws {
                try await world.written("PUT", "/v1/me/shop", body, as: "ada")
                world.clock.advance(bySeconds: 60)
            }
            try await set(#"{"name":"阿达","sign":"茶","open":true}"#)
            try await set(#"{"name":"阿达","sign":"咖啡","open":true}"#)
            #expect(try await events() == ["newSign", "renamed", "opened"])
            let front = try #require(try await told("shop", world).first?["shop"] as? [String: Any])
            #expect(front["name"] as? String == "阿达" && front["sign"] as? String == "咖啡")
            try await set(#"{"name":"阿达","sign":"咖啡","open":false}"#)
            #expect(try await events() == [])
            try await set(#"{"name":"阿达","sign":"咖啡","open":true}"#)
            #expect(try await events() == ["opened", "closed", "newSign", "renamed", "opened"])
        }
    }

    @Test func `an offer is told when the price of a picked good falls, and when the good is back`() async throws {
        try await furnished { world in
            #expect(try await told("offer", world).isEmpty)
            try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle(exclusivePrice: 12_900))
            let offer = try #require(try await told("offer", world).first)
            #expect(offer["event"] as? String == "cheaper")
            let product = try #require(offer["product"] as? [String: Any])
            #expect(product["listPrice"] as? Int == 19_900 && product["exclusivePrice"] as? Int == 12_900)
            for status in ["delisted", "listed"] {
                world.clock.advance(bySeconds: 60)
                try await world.written("PUT", "/v1/catalogue/k-1", Self.kettle(exclusivePrice: 12_900, status: status))
            }
            #expect(try await told("offer", world).first?["event"] as? String == "back")
        }
    }

    @Test func `a milestone is told at the tick, in a band, and not at the sales that brought it about`() async throws {
        try await ServiceWorld.withCrowd { world, _ in
            try await world.crowdShares()
            try await world.crowdBuys(0..<60, on: "2026-01-20")
            for _ in 0..<14 {
                #expect(try await told("milestone", world).isEmpty)
                try await world.pass(days: 1)
            }
            try await world.pass(days: 1)
            let milestone = try #require(try await told("milestone", world).first)
            #expect((milestone["milestone"] as? [String: Any])?["buyersFrom"] as? Int ?? 0 >= 30)
            #expect((milestone["time"] as? [String: Any])?["value"] as? String == "2026-02-05T00:00:00Z")
        }
    }
}
