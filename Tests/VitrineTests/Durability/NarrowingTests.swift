import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct NarrowingTests {
    /// Hides one more of Ben's purchases in each of twenty runs of the server, by the API and by the command line in
    /// turns, and kills it as soon as the answer is there.
    @Test func `what was hidden is hidden after a kill`() async throws {
        let world = try await SmallWorld()
        let (ada, ben) = (try world.token("ada"), try world.token("ben"))
        var hidden: Set<String> = []
        for round in 0..<20 {
            hidden.insert(
                try await world.serve { server in
                    let visible = try await visible(to: server.client(ada))
                    #expect(visible.isDisjoint(with: hidden), "round \(round)")
                    #expect(visible.count == 23 - hidden.count)
                    let id = try #require(visible.sorted().first)
                    if round.isMultiple(of: 2) {
                        let answer = try await server.client(ben).send(
                            "PUT", "/v1/me/purchases/\(id)/visibility", #"{"visibility": "hidden"}"#)
                        #expect(answer.status == 204 || answer.status == 200)
                    } else {
                        let outcome = try await Program.run([
                            "visibility", "set", "--data", world.path, "--person", "ben", "--item", id, "--show",
                            "hidden",
                        ])
                        #expect(outcome.exit == .code(0), "\(outcome.errors)")
                    }
                    #expect(await server.stop(SIGKILL) == .signal(SIGKILL))
                    return id
                })
        }
        try await world.serve { server in
            let visible = try await visible(to: server.client(ada))
            #expect(visible.isDisjoint(with: hidden))
            #expect(visible.count == 3)
        }
        #expect(hidden.count == 20)
    }

    /// What Ada sees of Ben.
    private func visible(to client: APIClient) async throws -> Set<String> {
        Set(try await client.items("/v1/people/ben/purchases").compactMap { $0["id"].text })
    }

    @Test(arguments: ["API", "command line"])
    func `sharing that was switched off is off after a kill`(way: String) async throws {
        let world = try await SmallWorld()
        let (ada, ben) = (try world.token("ada"), try world.token("ben"))
        try await world.serve { server in
            #expect(try await visible(to: server.client(ada)).count == 23)
            if way == "API" {
                let answer = try await server.client(ben).send(
                    "PATCH", "/v1/me/visibility", #"{"sharing": {"on": false}}"#)
                #expect(answer.status == 200)
            } else {
                try await SmallWorld.done([
                    "visibility", "set", "--data", world.path, "--person", "ben", "--sharing", "off",
                ])
            }
            #expect(await server.stop(SIGKILL) == .signal(SIGKILL))
        }
        try await world.serve { server in
            let shown = try await visible(to: server.client(ada))
            #expect(shown.isEmpty)
            let ledger = try await server.client(ben).items("/v1/me/purchases")
            #expect(ledger.count == 24)
        }
    }
}
