import Foundation
import Testing

@testable import FeedAPI

/// Why somebody vanished is told by nothing: a block, the end of a friendship and an erasure look the same (attack A17).
///
/// Ada has vanished for ben, whose token asks everything that it can, and tries ada's handle wherever a handle goes.
@Suite(.timeLimit(.minutes(5))) struct SilentPartingTests {
    private enum Parting: CaseIterable {
        case blocked, unfriended, erased
        /// As a block would be that stopped what is shown and left the friendship where it was.
        case hidden
    }

    private struct Asked {
        let method: String
        let path: String
        var body: String?
    }

    private static let patches = [
        #"{"closeFriends":{"add":["ada"]}}"#, #"{"closeFriends":{"remove":["ada"]}}"#,
        #"{"friendsSeeFrom":{"ada":"2026-01-01T00:00:00Z"}}"#, #"{"closeFriends":{"add":["cleo"],"remove":["ada"]}}"#,
        #"{"levels":{"friends":{"ordinary":"product"}}}"#, "{}", #"{"mutes":{"add":["ada"]}}"#,
        #"{"mutes":{"remove":["ada"]}}"#, #"{"blocks":{"add":["ada"]}}"#, #"{"blocks":{"remove":["ada"]}}"#,
    ]

    /// Everything that ben can ask, with ada wherever somebody can be named.
    private static func everything(item: String) -> [Asked] {
        let reads = [
            "/v1/feed", "/v1/items/\(item)", "/v1/people/ada/purchases", "/v1/shops/ada", "/v1/shops/ada/picks",
            "/v1/shops/ada/activity", "/v1/boards/friends", "/v1/boards/top", "/v1/me/purchases", "/v1/me/visibility",
            "/v1/me/visibility/history", "/v1/me/shop", "/v1/me/shop/insights", "/v1/me/shop/influence",
            "/v1/me/share-links", "/v1/catalogue",
        ].map { Asked(method: "GET", path: $0) }
        let views = ["ada", "cleo", "friends", "close-friends", "friends-of-friends", "everyone"].flatMap { eyes in
            ["shop", "activity", "purchases"].map { Asked(method: "GET", path: "/v1/me/view-as/\(eyes)?of=\($0)") }
        }
        let previews = patches.map { Asked(method: "POST", path: "/v1/me/visibility/preview", body: $0) }
        let changes = patches.map { Asked(method: "PATCH", path: "/v1/me/visibility", body: $0) }
        let inviter = Asked(method: "PUT", path: "/v1/me/shop/inviter", body: #"{"handle":"ada"}"#)
        return reads + views + previews + [inviter] + changes + reads
    }

    private func part(_ parting: Parting, _ world: ServiceWorld) async throws {
        switch parting {
        case .blocked: try await world.written("PATCH", "/v1/me/visibility", #"{"blocks":{"add":["ben"]}}"#, as: "ada")
        case .unfriended: try await world.written("DELETE", "/v1/people/ada/friends/ben")
        case .erased: try await world.written("DELETE", "/v1/people/ada")
        case .hidden: try await world.written("PATCH", "/v1/me/visibility", #"{"sharing":{"on":false}}"#, as: "ada")
        }
    }

    /// What a world says to everything, with what is sealed or drawn at random masked, length by length.
    private func answers(_ parting: Parting) async throws -> [String] {
        var said: [String] = []
        try await ServiceWorld.run { world in
            try await world.adaShares()
            for (one, other) in [("ada", "ben"), ("ben", "ada")] {
                try await world.written(
                    "PATCH", "/v1/me/visibility",
                    #"{"closeFriends":{"add":["\#(other)"]},"friendsSeeFrom":{"\#(other)":"2026-01-01T00:00:00Z"}}"#,
                    as: one)
            }
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","open":true}"#, as: "ada")
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ben's","open":true}"#, as: "ben")
            try await world.written("PATCH", "/v1/me/visibility", #"{"sharing":{"on":true}}"#, as: "ben")
            try await world.written(
                "PUT", "/v1/purchases/b-1/lines/1",
                #"{"buyer":"ben","product":"p-1","quantity":1,"total":19900,"currency":"CNY","at":"2026-11-10T09:00:00Z","shop":"ada"}"#
            )
            let item = try #require(try await world.get("/v1/feed", as: "ben").ids.first)
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","open":false}"#, as: "ada")
            try await part(parting, world)
            for asked in Self.everything(item: item) {
                let answer = try await world.send(asked.method, asked.path, as: "ben", body: asked.body)
                let headers = answer.headers.filter { $0.key != "ratelimit" }.sorted { $0.key < $1.key }
                let text = "\(answer.status) \(headers.map { "\($0.key): \($0.value)" }) \(answer.body)"
                let path = asked.path.replacing(item, with: "ITEM")
                said.append("\(asked.method) \(path) \(asked.body ?? "") → \(masked(text, from: 16))")
            }
            let ticket = try await world.send("POST", "/v1/me/export", as: "ben")
            let archive = try await world.get(try #require(ticket.text("href")), as: "ben").body
            // A digest may hold three letters by chance.
            let lines = archive.split { $0 == "\n" || $0 == "\0" }.map { masked(String($0), from: 12) }
            said += lines.filter { $0.contains("ada") || $0.contains("cleo") }
        }
        return said
    }

    /// Texts that are sealed or drawn at random, of at least some length, each character by an x.
    private func masked(_ text: String, from length: Int) -> String {
        text.replacing(/[A-Za-z0-9_-]+/) { match in
            match.output.count < length ? String(match.output) : String(repeating: "x", count: match.output.count)
        }
    }

    @Test func `a block, an unfriending and an erasure are answered alike, byte for byte`() async throws {
        let unfriended = try await answers(.unfriended)
        for parting in [Parting.blocked, .erased] {
            let others = try await answers(parting)
            #expect(others.count == unfriended.count)
            for (one, other) in zip(unfriended, others) { #expect(one == other, "\(parting)") }
        }
    }

    @Test func `a block that left the friendship where it was would be told by the lists`() async throws {
        #expect(try await answers(.hidden) != answers(.unfriended))
    }
}
