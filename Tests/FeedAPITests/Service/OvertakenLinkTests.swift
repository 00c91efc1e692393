import Foundation
import Testing
import VitrineTesting

/// A link that is taken back, or whose shop goes, while it is being opened over HTTP.
@Suite struct OvertakenLinkTests {
    private static let front = #"{"name":"Ada's","line":"Come in","open":true}"#

    /// What the owner asks for while another request opens the link.
    private struct Request: Sendable {
        let method: String
        let path: String
        var body: String?
    }

    private func requests(_ link: String) -> [Request] {
        [
            Request(method: "DELETE", path: "/v1/me/share-links/\(link)"),
            Request(method: "PUT", path: "/v1/me/shop", body: #"{"name":"Ada's","open":false}"#),
            Request(method: "DELETE", path: "/v1/me"),
        ]
    }

    /// Opens a new link again and again, and has the owner's request come after the first reading, the second, and so on.
    @Test(arguments: 0..<3)
    func `nothing of the front is told once the owner's request was answered`(number: Int) async throws {
        var reads = 0
        var wasOvertaken = true
        while wasOvertaken {
            reads += 1
            try await ServiceWorld.run(over: OvertakenStore.init) { world, store in
                try await world.written("PUT", "/v1/me/shop", Self.front, as: "ada")
                let made = try await world.send(
                    "POST", "/v1/me/share-links", as: "ada", body: #"{"audience":"everyone","hours":24}"#)
                let asked = #"{"secret":"\#(try #require(made.text("secret")))"}"#
                let link = try #require(try await world.get("/v1/me/share-links", as: "ada").ids.first)
                #expect(try await world.send("POST", "/v1/shared-shop", as: "dan", body: asked).status == 200)
                let unknown = try await world.send("POST", "/v1/shared-shop", as: "dan", body: #"{"secret":"x"}"#)
                let request = requests(link)[number]
                store.overtake(afterReads: reads) {
                    try await world.written(request.method, request.path, request.body, as: "ada")
                }
                let answer = try await world.send("POST", "/v1/shared-shop", as: "dan", body: asked)
                wasOvertaken = store.wasOvertaken
                store.leaveAlone()
                guard wasOvertaken else { return }
                #expect(store.failure == nil, "\(request.path) after reading \(reads)")
                #expect(answer.status == 404 && answer.body == unknown.body, "\(request.path) after reading \(reads)")
            }
        }
        #expect(reads > 2, "several readings")
    }
}
