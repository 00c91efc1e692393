import Foundation
import Testing

/// A policy that changes under a running server.
@Suite(.timeLimit(.minutes(30))) struct PolicyReloadTests {
    /// Of Ben's 23 purchases that Ada may see, those that are no tea.
    private static let coffees = 11

    private func visible(to client: APIClient) async throws -> Int {
        try await client.items("/v1/people/ben/purchases").count
    }

    private func revision(_ client: APIClient) async throws -> String {
        try #require(try await client.get("/v1/feed").json["policy"].text)
    }

    private func operatorToken(_ world: SmallWorld) async throws -> String {
        try await SmallWorld.done(["token", "issue", "--data", world.path, "--client", "ops", "--scope", "operator"])
            .trimmingCharacters(in: .newlines)
    }

    @Test func `after a hangup a bad policy is refused, and a narrower one in force`() async throws {
        let (world, policies) = (try await SmallWorld(), try PolicyDirectory())
        let ada = try world.token("ada")
        try await world.serve(["--policies", policies.path]) { (server: ServerProcess) async throws in
            let client = server.client(ada)
            let first = try await revision(client)
            #expect(try await visible(to: client) == 23)
            try policies.replace("raiseHold", in: "release.yaml", with: "raiseHolt")
            server.child.send(SIGHUP)
            _ = try #require(await server.log.line(with: "policy refused, the old one stays"))
            #expect(await server.log.line(with: "\(policies.path)/release.yaml:") != nil)
            #expect(try await visible(to: client) == 23)
            #expect(try await revision(client) == first)
            try policies.replace("raiseHolt", in: "release.yaml", with: "raiseHold")
            // One tea of four is raised; all of Ben's teas look the same, and go with it.
            try policies.raise("green tea 2")
            server.child.send(SIGHUP)
            _ = try #require(await server.log.line(with: "former=\(first)"))
            #expect(try await visible(to: client) == Self.coffees)
            #expect(try await revision(client) != first)
        }
    }

    @Test func `what was narrowed is narrowed after a kill, and the older revision is refused`() async throws {
        let (world, policies, original) = (try await SmallWorld(), try PolicyDirectory(), try PolicyDirectory())
        let ada = try world.token("ada")
        let words = ["--policies", policies.path]
        let first = try await world.serve(words) { (server: ServerProcess) async throws in
            let first = try await revision(server.client(ada))
            let ops = server.client(try await operatorToken(world))
            try policies.raise("green tea 2")
            let answer = try await ops.send("POST", "/v1/policy:reload")
            #expect(answer.status == 200)
            #expect(try answer.json["former"].text == first)
            #expect(await server.stop(SIGKILL) == .signal(SIGKILL))
            return first
        }
        try await world.serve(words) { (server: ServerProcess) async throws in
            let client = server.client(ada)
            #expect(try await visible(to: client) == Self.coffees)
            #expect(try await revision(client) != first)
        }
        let serve = [
            "serve", "--data", world.path, "--clock", SmallWorld.now, "--listen", "127.0.0.1:0", "--operations-listen",
            "127.0.0.1:0", "--policies", original.path,
        ]
        let older = try await Program.run(serve)
        #expect(older.exit == .code(4))
        #expect(older.errors.contains("an older one than"))
        #expect(older.errors.contains("--revision \(first)"))
        let wider = try await Program.run(serve + ["--revision", first])
        #expect(wider.exit == .code(4))
        #expect(wider.errors.contains("`green tea 2`"))
        #expect(wider.errors.contains("--allow-widening"))
        let back = ["--policies", original.path, "--revision", first, "--allow-widening"]
        // The hold is over; what was sealed as withheld is sealed anew, and what the policy opens is shown at the next tick.
        try await world.serve(at: "2026-08-10T00:00:00Z", back) { (server: ServerProcess) async throws in
            let client = server.client(ada)
            try await SmallWorld.done(["keys", "reseal", "--data", world.path])
            // Three of the good that the policy opens wait.
            #expect(try await visible(to: client) == 20)
            #expect(try await revision(client) == first)
        }
        try await world.serve(at: "2026-09-10T00:00:00Z", back) { (server: ServerProcess) async throws in
            #expect(try await visible(to: server.client(ada)) == 23)
        }
    }

    @Test func `a hold ends by itself`() async throws {
        let (world, policies) = (try await SmallWorld(), try PolicyDirectory())
        let ada = try world.token("ada")
        let words = ["--policies", policies.path]
        try await world.serve(words) { (server: ServerProcess) async throws in
            let client = server.client(ada)
            let before = try await client.items("/v1/people/ben/purchases").compactMap(\.["id"].text)
            try policies.raise("green tea 2")
            try await SmallWorld.done(["policy", "reload", "--data", world.path])
            #expect(try await visible(to: client) == Self.coffees)
            let after = try await client.items("/v1/people/ben/purchases").compactMap(\.["id"].text)
            var causes: [String: Int] = [:]
            for id in Set(before).subtracting(after) {
                let words = ["policy", "explain", "--data", world.path, "--viewer", "ada", "--item", id]
                let text = try await SmallWorld.done(words)
                let cause = text.contains("suppressed: it is held back with items of the same form") ? "held" : "other"
                #expect(text.contains("until 2026-08-05T00:00:00Z at least") == (cause == "held"), "\(text)")
                causes[cause, default: 0] += 1
            }
            // Three teas were raised, the others are held with them.
            #expect(causes == ["other": 3, "held": 9])
        }
        for (instant, count) in [("2026-08-01T00:00:00Z", Self.coffees), ("2026-08-10T00:00:00Z", 20)] {
            try await world.serve(at: instant, words) { (server: ServerProcess) async throws in
                #expect(try await visible(to: server.client(ada)) == count, "\(instant)")
            }
        }
    }

    @Test func `a command lets the server load its policy anew, and says when there is none to load`() async throws {
        let (world, policies) = (try await SmallWorld(), try PolicyDirectory())
        let reload = ["policy", "reload", "--data", world.path]
        let alone = try await Program.run(reload + ["--clock", SmallWorld.now])
        #expect(alone.exit == .code(4))
        #expect(alone.errors.contains("no server holds `\(world.path)`"))
        try await world.serve(["--policies", policies.path]) { (server: ServerProcess) async throws in
            let first = try await revision(server.client(try world.token("ada")))
            #expect(try await SmallWorld.done(reload) == "revision \(first), as before\n")
            try policies.replace("month: 72", in: "release.yaml", with: "month: 48")
            let refused = try await Program.run(reload)
            #expect(refused.exit == .code(4))
            #expect(refused.errors.contains("`settle.month` falls from 72 to 48"))
            let told = try await SmallWorld.done(reload + ["--allow-widening"])
            #expect(told.contains(", \(first) before"))
            try policies.replace("month: 48", in: "release.yaml", with: "month: soon")
            let broken = try await Program.run(reload)
            #expect(broken.exit == .code(6))
            #expect(broken.errors.contains("release.yaml:"))
        }
        let other = try await SmallWorld()
        try await other.serve { (_: ServerProcess) async throws in
            let outcome = try await Program.run(["policy", "reload", "--data", other.path])
            #expect(outcome.exit == .code(4))
            #expect(outcome.errors.contains("the policy is built in"))
        }
    }
}
