import Disclosure
import Domain
import Foundation
import Testing

@testable import FeedAPI

@Suite struct FeedServiceTests {
    @Test func `a friend reads what was bought, as coarse as it is told, and nothing that is withheld`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let page = try await world.get("/v1/feed", as: "ben")
            #expect(page.status == 200)
            #expect(try page.items.count == 3)
            let first = try #require(try page.items.first)
            #expect(Set(first.keys) == ["id", "kind", "actor", "product", "time", "price"])
            #expect(first["actor"] as? [String: String] == ["handle": "ada", "name": "Ada"])
            #expect(first["time"] as? [String: String] == ["precision": "week", "value": "2026-W19"])
            #expect((first["product"] as? [String: Any])?["id"] as? String == "p-3")
            #expect((first["price"] as? [String: Any])?["precision"] as? String == "band")
            #expect(!page.body.contains("pregnancy"))
            #expect(!page.body.contains("19900"))
            #expect(!page.body.contains("null"))
        }
    }

    @Test func `an owner sees everything of her own`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let page = try await world.get("/v1/me/purchases?limit=3", as: "ada")
            #expect(try page.items.count == 3)
            #expect(page.body.contains("pregnancy"))
            let cursor = try #require(page.text("next"))
            #expect(page.headers["link"] == #"</v1/me/purchases?limit=3&cursor=\#(cursor)>; rel="next""#)
            let rest = try await world.get("/v1/me/purchases?limit=3&cursor=\(cursor)", as: "ada")
            #expect(try rest.items.count == 1)
            #expect(rest.headers["link"] == nil)
        }
    }

    @Test func `a walk shows every item once, and its cursors are of one length and one reader`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            var (seen, cursor): ([String], String?) = ([], nil)
            var lengths: Set<Int> = []
            repeat {
                let page = try await world.get("/v1/feed?limit=1" + (cursor.map { "&cursor=\($0)" } ?? ""), as: "ben")
                seen += try page.ids
                cursor = page.text("next")
                if let cursor { lengths.insert(cursor.utf8.count) }
            } while cursor != nil
            #expect(seen.count == 3)
            #expect(Set(seen).count == 3)
            #expect(lengths.count == 1)
            let foreign = try #require(try await world.get("/v1/feed?limit=1", as: "ben").text("next"))
            for path in [
                "/v1/feed?cursor=\(foreign)", "/v1/people/ada/purchases?cursor=\(foreign)", "/v1/feed?cursor=evil",
            ] {
                let answer = try await world.get(path, as: "cleo")
                #expect(answer.status == 400)
                #expect(answer.body.contains(#"{"parameter":"cursor","detail":"is not well-formed"}"#))
            }
        }
    }

    @Test func `what was seen before is told as since`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let mark = try #require(try await world.get("/v1/feed", as: "ben").text("mark"))
            #expect(try await world.get("/v1/feed?since=\(mark)", as: "ben").items.isEmpty)
            #expect(try await world.get("/v1/feed?since=\(mark)", as: "cleo").status == 400)
        }
    }

    @Test func `a hidden item is gone on the next read, and answered like one that never was`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let ids = try await world.get("/v1/feed", as: "ben").ids
            let id = try #require(ids.first)
            #expect(try await world.get("/v1/items/\(id)", as: "ben").status == 200)
            let hidden = try await world.send(
                "PUT", "/v1/me/purchases/\(id)/visibility", as: "narrow", body: #"{"visibility":"hidden"}"#)
            #expect(hidden.status == 204)
            #expect(hidden.headers["vitrine-consistency"] != nil)
            #expect(try await world.get("/v1/feed", as: "ben").ids == Array(ids.dropFirst()))
            let gone = try await world.get("/v1/items/\(id)", as: "ben")
            let absent = try await world.get("/v1/items/it_AAAAAAAAAAAAAAAAAAAAAA", as: "ben")
            let malformed = try await world.get("/v1/items/evil", as: "ben")
            #expect(gone.status == 404)
            #expect(gone.body == absent.body)
            #expect(gone.body == malformed.body)
        }
    }

    @Test func `sharing off empties the feed on the next read`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let answer = try await world.send(
                "PATCH", "/v1/me/visibility", as: "narrow", body: #"{"sharing":{"on":false}}"#)
            #expect(answer.status == 200)
            #expect(answer.body.contains(#""sharing":{"on":false}"#))
            #expect(try await world.get("/v1/feed", as: "ben").items.isEmpty)
        }
    }

    @Test func `nobody, a stranger and whoever blocks look the same`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            try await world.written("PATCH", "/v1/me/visibility", #"{"blocks":{"add":["cleo"]}}"#, as: "ada")
            for path in ["/v1/people/HANDLE/purchases", "/v1/shops/HANDLE", "/v1/shops/HANDLE/activity"] {
                let blocked = try await world.get(path.replacing("HANDLE", with: "ada"), as: "cleo")
                let nobody = try await world.get(path.replacing("HANDLE", with: "zoe"), as: "cleo")
                let stranger = try await world.get(path.replacing("HANDLE", with: "dan"), as: "cleo")
                #expect(blocked.status == nobody.status)
                #expect(blocked.status == stranger.status)
                #expect(try blocked.items.isEmpty)
                #expect(blocked.text("policy") == nobody.text("policy"))
                #expect(blocked.headers["content-length"] == nobody.headers["content-length"])
            }
        }
    }

    @Test func `an owner sees through a friend's eyes what the friend sees, item by item`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let ben = try await world.get("/v1/people/ada/purchases", as: "ben")
            let ada = try await world.get("/v1/me/view-as/ben?of=purchases", as: "ada")
            #expect(try ada.ids == ben.ids)
            #expect(try ada.items.count == 3)
            #expect(try await world.get("/v1/me/view-as/everyone?of=purchases", as: "ada").items.isEmpty)
            #expect(try await world.get("/v1/me/view-as/dan?of=purchases", as: "ada").status == 404)
            #expect(try await world.get("/v1/me/view-as/ben", as: "ada").status == 400)
            #expect(try await world.get("/v1/me/view-as/ben?of=shop&limit=2", as: "ada").status == 400)
        }
    }

    @Test func `what widens needs a scope of its own`() async throws {
        try await ServiceWorld.run { world in
            let answer = try await world.send(
                "PATCH", "/v1/me/visibility", as: "narrow", body: #"{"sharing":{"on":true}}"#)
            #expect(answer.status == 403)
            #expect(answer.headers["www-authenticate"]?.contains("visibility:widen") == true)
        }
    }

    @Test(arguments: [
        (#"{"closeFriends":{"add":["dan"]}}"#, "/closeFriends", "names nobody whom this could hold"),
        (#"{"classes":{"evil":true}}"#, "/classes", "names nothing that is known here"),
        (#"{"privateMode":{"on":true,"until":"2001-01-01T00:00:00Z"}}"#, "/privateMode/until", "lies in the past"),
        (#"{"sharing":{"on":true,"since":"2999-01-01T00:00:00Z"}}"#, "/sharing/since", "lies in the future"),
        (
            #"{"levels":{"close-friends":{"ordinary":"hint"},"friends":{"ordinary":"full"}}}"#, "/levels",
            "gives a closer audience less than a farther one"
        ),
    ])
    func `a change that cannot be is told by its field`(body: String, pointer: String, detail: String) async throws {
        try await ServiceWorld.run { world in
            let answer = try await world.send("PATCH", "/v1/me/visibility", as: "ada", body: body)
            #expect(answer.status == 422)
            #expect(
                answer.body
                    == #"{"type":"/problems/refused-change","title":"The change cannot be made as asked","status":422,"#
                    + #""errors":[{"pointer":"\#(pointer)","detail":"\#(detail)"}]}"#)
        }
    }

    @Test func `a preview changes nothing, and the history tells what did`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let before = try await world.get("/v1/me/visibility", as: "ada")
            let preview = try await world.send(
                "POST", "/v1/me/visibility/preview", as: "ada", body: #"{"sharing":{"on":false}}"#)
            #expect(
                preview.body
                    == #"{"narrows":{"audiences":[],"friends":["ben","cleo"]},"widens":{"audiences":[],"friends":[]}}"#)
            #expect(try await world.get("/v1/me/visibility", as: "ada").body == before.body)
            let history = try await world.get("/v1/me/visibility/history", as: "ada")
            #expect(history.body.contains(#""client":"phone""#))
        }
    }

    @Test func `a revoked token and one whose person is gone are answered like an unknown one`() async throws {
        try await ServiceWorld.run { world in
            let unknown = try await world.server.api.request("GET", "/v1/feed", token: "vt_unknown")
            let mine = try #require(try await world.point.tokens.all().first { $0.scopes == [.visibilityNarrow] })
            #expect(try await world.get("/v1/me/visibility", as: "narrow").status == 200)
            #expect(try await world.point.tokens.revoke(mine.id))
            #expect(try await world.get("/v1/me/visibility", as: "narrow") == unknown)
            try await world.written("DELETE", "/v1/people/dan")
            #expect(try await world.get("/v1/feed", as: "dan") == unknown)
        }
    }

    @Test func `shops open, fill their windows and close`() async throws {
        try await ServiceWorld.run { world in
            #expect(try await world.get("/v1/me/shop", as: "ada").status == 404)
            #expect(try await world.send("PUT", "/v1/me/picks/1", as: "ada", body: #"{"product":"p-1"}"#).status == 409)
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","sign":"Tea","open":true}"#, as: "ada")
            try await world.written("PUT", "/v1/me/picks/1", #"{"product":"p-1"}"#, as: "ada")
            #expect(try await world.send("PUT", "/v1/me/picks/1", as: "ada", body: #"{"product":"p-2"}"#).status == 409)
            #expect(try await world.send("PUT", "/v1/me/picks/2", as: "ada", body: #"{"product":"p-9"}"#).status == 409)
            #expect(try await world.send("PUT", "/v1/me/picks/0", as: "ada", body: #"{"product":"p-2"}"#).status == 404)
            #expect(try await world.send("PUT", "/v1/me/picks/2", as: "ada", body: #"{"product":"p-?"}"#).status == 422)
            let front = try await world.get("/v1/shops/ada", as: "ben")
            #expect(front.body.contains("Kettle"))
            #expect(try await world.get("/v1/shops/ada/activity", as: "ben").items.count == 2)
            #expect(try await world.get("/v1/me/view-as/ben?of=shop", as: "ada").body == front.body)
            try await world.written("PUT", "/v1/me/shop", #"{"name":"Ada's","open":false}"#, as: "ada")
            #expect(try await world.get("/v1/shops/ada", as: "ben").status == 404)
        }
    }
}

extension FeedServiceTests {
    @Test func `blocking an unknown handle answers like blocking a known one`() async throws {
        try await ServiceWorld.run { world in
            let unknown = try await world.send(
                "PATCH", "/v1/me/visibility", as: "ada", body: #"{"blocks":{"add":["zoe"]}}"#)
            #expect(unknown.status == 200)
            #expect(unknown.body.contains(#""blocks":["zoe"]"#))
        }
    }
}
