import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct OneOwnerTests {
    private func actors(_ client: APIClient) async throws -> Set<String> {
        Set(try await client.items("/v1/feed").compactMap { $0["actor"]["handle"].text })
    }

    /// Runs a command on the directory while the server has it.
    @discardableResult
    private func through(_ world: SmallWorld, _ words: String..., input: String? = nil) async throws -> String {
        try await SmallWorld.done(words + ["--data", world.path], input: input)
    }

    @Test func `a token that is revoked is refused by the next request`() async throws {
        let world = try await SmallWorld()
        try await world.serve { server in
            let issued = try await through(
                world, "token", "issue", "--person", "ada", "--client", "short",
                "--scope", "feed:read")
            let client = server.client(issued.trimmingCharacters(in: .newlines))
            #expect(try await client.get("/v1/feed").status == 200)
            let list = try await through(world, "token", "list")
            let row = try #require(list.split(separator: "\n").first { $0.contains("short") })
            try await through(world, "token", "revoke", String(try #require(row.split(separator: " ").first)))
            #expect(try await client.get("/v1/feed").status == 401)
        }
    }

    @Test func `what is hidden is gone from the next read, everywhere`() async throws {
        let world = try await SmallWorld()
        let ada = try world.token("ada")
        try await world.serve { server in
            let client = server.client(ada)
            let id = try #require(try await client.items("/v1/people/ben/purchases").first?["id"].text)
            #expect(try await client.get("/v1/items/\(id)").status == 200)
            try await through(world, "visibility", "set", "--person", "ben", "--item", id, "--show", "hidden")
            #expect(try await client.get("/v1/items/\(id)").status == 404)
            #expect(!(try await client.items("/v1/feed").contains { $0["id"].text == id }))
            #expect(!(try await client.items("/v1/people/ben/purchases").contains { $0["id"].text == id }))
            try await through(world, "visibility", "set", "--person", "ben", "--item", id, "--show", "default")
            #expect(try await client.get("/v1/items/\(id)").status == 200)
        }
    }

    @Test func `consent that is narrowed acts on the next read`() async throws {
        let world = try await SmallWorld()
        let ada = try world.token("ada")
        try await world.serve { server in
            let client = server.client(ada)
            #expect(try await actors(client) == ["ben", "cleo"])
            try await through(
                world, "visibility", "set", "--person", "ben", "--level", "friends:ordinary=hint",
                "--level", "close-friends:ordinary=hint")
            let items = try await client.items("/v1/people/ben/purchases")
            #expect(items.allSatisfy { $0["price"] == .null && $0["product"]["precision"].text == "department" })
            try await through(world, "visibility", "set", "--person", "ben", "--sharing", "off")
            #expect(try await actors(client) == ["cleo"])
            try await through(world, "visibility", "set", "--person", "cleo", "--block", "ada")
            #expect(try await actors(client).isEmpty)
        }
    }

    @Test func `those who are no longer friends are gone from each other's next read`() async throws {
        let world = try await SmallWorld()
        let (ben, cleo) = (try world.token("ben"), try world.token("cleo"))
        try await world.serve { server in
            #expect(try await actors(server.client(ben)) == ["cleo"])
            #expect(try await actors(server.client(cleo)) == ["ben"])
            try await through(world, "friends", "remove", "cleo", "ben")
            #expect(try await actors(server.client(ben)).isEmpty)
            #expect(try await actors(server.client(cleo)).isEmpty)
            try await through(world, "friends", "remove", "cleo", "ben")
            let nobody = try await Program.run(["friends", "remove", "cleo", "nobody", "--data", world.path])
            #expect(nobody.exit == .code(4))
            #expect(nobody.errors.contains("nobody here"), "\(nobody.errors)")
            try await through(world, "friends", "add", "ben", "cleo")
        }
    }

    @Test func `an import is carried out by the server and is in the next read`() async throws {
        let world = try await SmallWorld()
        let ben = try world.token("ben")
        let order = """
            order,buyer,product,quantity,total,currency,at
            late,ben,tea-3,2,106.00,CNY,2026-06-30T10:00:00

            """
        try await world.serve { server in
            let client = server.client(ben)
            #expect(try await client.items("/v1/me/purchases").count == 24)
            try await through(world, "import", "purchases", "--format", "csv", "-", input: order)
            #expect(try await client.items("/v1/me/purchases").first?["order"].text == "late")
            try await through(world, "import", "people", "--format", "csv", "-", input: "handle,name\nben,Benedict\n")
            let items = try await server.client(try world.token("ada")).items("/v1/people/ben/purchases")
            #expect(Set(items.compactMap { $0["actor"]["name"].text }) == ["Benedict"])
        }
    }

    @Test func `settings of many people come from a file`() async throws {
        let world = try await SmallWorld()
        let ada = try world.token("ada")
        try await world.serve { server in
            let settings = "person,sharing,levels\nben,off,\ncleo,,friends:ordinary=hint\nnobody,off,\ndai,on,\n"
            let outcome = try await Program.run(
                ["visibility", "set", "--data", world.path, "--format", "csv", "--file", "-"], input: settings)
            #expect(outcome.exit == .code(3))
            #expect(outcome.errors.contains("line 4: there is nobody with the handle `nobody`"), "\(outcome.errors)")
            #expect(outcome.errors.contains("line 5: a minor shares nothing"), "\(outcome.errors)")
            #expect(outcome.errors.hasSuffix("settings of 2 people changed, 2 refused\n"))
            let items = try await server.client(ada).items("/v1/feed")
            #expect(items.count == 23)
            #expect(Set(items.compactMap { $0["product"]["precision"].text }) == ["department"])
        }
    }

    @Test func `a second server is refused, and the first goes on`() async throws {
        let world = try await SmallWorld()
        let ada = try world.token("ada")
        try await world.serve { server in
            let second = try await Program.run([
                "serve", "--data", world.path, "--listen", "127.0.0.1:0", "--operations-listen", "127.0.0.1:0",
            ])
            #expect(second.exit == .code(7))
            #expect(second.errors.contains("another process holds"))
            #expect(second.output.isEmpty)
            let clocked = try await world.command("feed", "--as", "ada")
            #expect(clocked.exit == .code(4))
            #expect(clocked.errors.contains("its clock applies"))
            #expect(try await server.client(ada).get("/v1/feed").status == 200)
            #expect(try DirectoryContents.mode("\(world.path)/control.sock") == 0o600)
        }
    }

    @Test func `after a kill the directory is free again`() async throws {
        let world = try await SmallWorld()
        try await world.serve { server in #expect(await server.stop(SIGKILL) == .signal(SIGKILL)) }
        #expect(try await world.command("token", "list").exit == .code(0))
        try await world.serve { server in
            let mode = try DirectoryContents.mode("\(world.path)/control.sock")
            #expect(mode == 0o600)
            #expect(await server.stop(SIGINT) == .code(0))
        }
        #expect(!FileManager.default.fileExists(atPath: "\(world.path)/control.sock"))
    }

    @Test func `what was begun is finished before the stop`() async throws {
        let world = try await SmallWorld()
        let ben = try world.token("ben")
        let body = #"""
            {"buyer": "ben", "product": "tea-1", "quantity": 1, "total": 5100, "currency": "CNY", "at": "2026-06-30T10:00:00"}
            """#
        try await world.serve { server in
            let client = server.client(try world.token("till"))
            let socket = try Socket(host: server.host, port: server.port)
            let head = client.head("PUT", "/v1/purchases/last/lines/1", length: body.utf8.count)
            try await Socket.apart { try socket.write(head + body.prefix(20)) }
            // Another request on another connection, so that the first has surely been read.
            #expect(try await server.client(ben).get("/v1/feed").status == 200)
            server.child.send(SIGTERM)
            try await Task.sleep(for: .milliseconds(300))
            let bytes = try await Socket.apart {
                try socket.write(String(body.dropFirst(20)))
                return try socket.readToEnd()
            }
            #expect(try APIClient.answer(bytes).status == 204)
            #expect(await server.child.exit == .code(0))
        }
        try await world.serve { server in
            let ledger = try await server.client(ben).items("/v1/me/purchases")
            #expect(ledger.first?["order"].text == "last")
        }
    }
}
