import Domain
import PolicyEngine
import Testing
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

extension ServiceWorld {
    static let crowd = (0..<60).map { "f\($0)" }

    /// Ada's open shop, with Ben, Cleo and sixty others as her friends for longer than it takes to count.
    static func withCrowd(_ test: (ServiceWorld, _ tokens: [String]) async throws -> Void) async throws {
        try await run { world in
            _ = try await world.point.epochs.catchUp()
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","open":true}"#, as: "ada")
            let handles = try crowd.map { try #require(Handle($0)) }
            _ = try await world.point.people.put(
                handles.map { People.Profile(handle: $0, name: $0.text, zone: .utc, isMinor: false) })
            let ada = try #require(Handle("ada"))
            _ = try await world.point.people.befriend(handles.map { ($0, ada) })
            var tokens: [String] = []
            for handle in handles {
                tokens.append(
                    try await world.point.tokens.issue(
                        client: "phone", person: handle, scopes: [.feedRead], days: nil
                    ).secret)
            }
            try await world.pass(days: 20)
            try await test(world, tokens)
        }
    }

    /// Lets days pass, and makes the ticks that are due.
    func pass(days: Int64) async throws {
        clock.advance(bySeconds: days * 86_400)
        _ = try await point.epochs.catchUp()
    }

    func person(_ name: String) async throws -> PersonID {
        let handle = try #require(Handle(name))
        return try #require(try await point.people.find(handle))
    }

    /// Has some of the crowd buy a kettle for 100 yuan each through ada's shop, or send it back.
    func crowdBuys(
        _ numbers: Range<Int>, on day: String, _ prefix: String = "c", status: String = "bought"
    ) async throws {
        for number in numbers {
            let body = #"""
                {"buyer":"f\#(number)","product":"p-1","quantity":1,"total":10000,"currency":"CNY",
                 "at":"\#(day)T09:00:00Z","shop":"ada","status":"\#(status)"}
                """#
            try await written("PUT", "/v1/purchases/\(prefix)-\(number)/lines/1", body)
        }
    }

    /// Has the crowd show what they buy.
    func crowdShares() async throws {
        var change = ConsentChange(sharing: .on(since: Self.start))
        change.levels[Consent.Setting(audience: .friends, tier: .ordinary)] = .product
        for name in Self.crowd {
            try await point.visibility.apply(
                VisibilityPatch(consent: change), of: person(name), client: "test", mayWiden: true)
        }
    }

    /// Has some of the crowd show ada what they buy with shop and exact price, as only close friends may see it.
    func crowdLetsAdaKnow(_ numbers: Range<Int>) async throws {
        var change = ConsentChange(sharing: .on(since: Self.start))
        change.levels[Consent.Setting(audience: .closeFriends, tier: .ordinary)] = .full
        let ada = try #require(Handle("ada"))
        for number in numbers {
            try await point.visibility.apply(
                VisibilityPatch(consent: change, closeFriends: .init(add: [ada])), of: person("f\(number)"),
                client: "test", mayWiden: true)
        }
    }
}
