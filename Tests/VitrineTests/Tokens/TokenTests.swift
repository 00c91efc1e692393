import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct TokenTests {
    @Test func `a token is printed alone, once, and can be revoked`() async throws {
        let world = try await SmallWorld()
        let issued = try await world.command(
            "token", "issue", "--person", "ada", "--scope", "feed:read,shop:write", "--scope", "visibility:narrow",
            "--days", "30", "--client", "phone")
        #expect(issued.exit == .code(0))
        #expect(issued.errors.isEmpty)
        let shape = try /vt_[A-Za-z0-9_-]{43}\n/.wholeMatch(in: issued.output)
        #expect(shape != nil)
        let secret = issued.output.trimmingCharacters(in: .newlines)

        let list = try await world.command("token", "list").output
        #expect(!list.contains(secret))
        #expect(!list.contains("vt_"))
        let row = try #require(list.split(separator: "\n").first { $0.contains("phone") })
        #expect(["feed:read", "shop:write", "visibility:narrow"].allSatisfy(row.contains))
        #expect(row.contains("2026-07-31"))
        #expect(list.contains("till"))
        let id = String(try #require(row.split(separator: " ").first))

        #expect(try await world.command("token", "revoke", id).exit == .code(0))
        let after = try await world.command("token", "list").output
        let revoked = try #require(after.split(separator: "\n").first { $0.hasPrefix(id) })
        #expect(!row.contains(/2026-07-01.*2026-07-01/))
        #expect(revoked.contains(/2026-07-01.*2026-07-01/))
        try await world.serve { server in
            let answer = try await server.client(secret).get("/v1/feed")
            #expect(answer.status == 401)
        }
    }

    @Test(
        arguments: [
            (["--client", "till", "--scope", "feed:read"], 4, "speaks for a person"),
            (["--person", "ada", "--scope", "platform:people"], 4, "leave `--person` out"),
            (["--person", "ada", "--scope", "feed:read,operator"], 4, "leave `--person` out"),
            (["--person", "ada", "--scope", "feed:write"], 4, "there is no scope `feed:write`"),
            (["--person", "ada", "--scope", ""], 4, "name at least one scope"),
            (["--person", "nobody", "--scope", "feed:read"], 4, "nobody with this handle"),
            (["--person", "No Body", "--scope", "feed:read"], 4, "nobody with the handle"),
            (["--person", "ada", "--scope", "feed:read", "--days", "0"], 4, "a token lives 1 to"),
            (["--person", "ada", "--scope", "feed:read", "--days", "some"], 64, "--days"),
            (["--client", "a till", "--scope", "operator"], 4, "a client's name"),
            (["--scope", "feed:read"], 64, "--person HANDLE"),
            (["--person", "ada"], 64, "--scope"),
        ] as [([String], Int32, String)])
    func `what makes no sense is refused with the reason`(words: [String], code: Int32, reason: String) async throws {
        let world = try await SmallWorld()
        let outcome = try await Program.run(
            ["token", "issue", "--data", world.path, "--clock", SmallWorld.now] + words)
        #expect(outcome.exit == .code(code))
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }

    @Test func `a token that is not there cannot be revoked`() async throws {
        let outcome = try await SmallWorld().command("token", "revoke", "nothing")
        #expect(outcome.exit == .code(4))
    }
}
