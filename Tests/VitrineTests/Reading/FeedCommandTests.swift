import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct FeedCommandTests {
    @Test(arguments: ["ada", "ben", "dai"])
    func `the command prints what the API answers`(viewer: String) async throws {
        let world = try await SmallWorld()
        let token = try world.token(viewer)
        func page(_ text: String) throws -> JSONNode { try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8)) }
        let alone = try page(try await world.command("feed", "--as", viewer, "--limit", "30", "--json").output)
        try await world.serve { server in
            let answer = try await server.client(token).get("/v1/feed?limit=30").json
            #expect(answer["items"].array.count == (viewer == "ada" ? 30 : viewer == "ben" ? 23 : 0))
            #expect(alone["items"] == answer["items"])
            #expect(alone["policy"] == answer["policy"])
            #expect((alone["next"] == .null) == (answer["next"] == .null))
            let through = try await SmallWorld.done([
                "feed", "--data", world.path, "--as", viewer, "--limit", "30", "--json",
            ])
            #expect(try page(through)["items"] == answer["items"])
        }
    }

    @Test func `a terminal shows a table`() async throws {
        let outcome = try await SmallWorld().command("feed", "--as", "ada", "--limit", "3")
        #expect(outcome.exit == .code(0))
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].split(separator: " ") == ["when", "who", "what", "price"])
        #expect(lines[1].hasPrefix("2026-04"))
        #expect(lines[1].contains("bought"))
    }

    @Test func `nobody has no feed, and a page has its limits`() async throws {
        let world = try await SmallWorld()
        let nobody = try await world.command("feed", "--as", "nobody")
        #expect(nobody.exit == .code(4))
        #expect(nobody.errors.contains("there is nobody with the handle `nobody`"))
        #expect(try await world.command("feed", "--as", "ada", "--limit", "51").exit == .code(64))
    }
}
