import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct ErasureTests {
    /// A stretch of the nonce, without which a box opens under no key.
    private func stretch(_ box: Data) -> Data { Data(box.dropFirst(8).prefix(16)) }

    private func files(of world: SmallWorld) throws -> [Data] {
        try DirectoryContents.read(world.path).values.map { $0 }
    }

    @Test func `somebody who asks to be forgotten is in no file, no feed and no log any more`() async throws {
        let world = try await SmallWorld()
        let issued = try await world.command(
            "token", "issue", "--person", "ben", "--scope", "account,feed:read,visibility:narrow")
        let token = issued.output.trimmingCharacters(in: .newlines)
        let before = try SealedBoxes.all(in: world.path)
        let ada = try world.token("ada")
        let told = try await world.serve { server in
            let ben = server.client(token)
            #expect(try await server.client(ada).get("/v1/people/ben/purchases").status == 200)
            let answer = try await ben.send("DELETE", "/v1/me")
            #expect(answer.status == 200)
            #expect(try await ben.get("/v1/me/visibility").status == 401)
            #expect(try await server.client(world.token("ben")).get("/v1/feed").status == 401)
            let nobody = try await server.client(ada).get("/v1/people/nobody/purchases")
            let erased = try await server.client(ada).get("/v1/people/ben/purchases")
            #expect(erased.status == nobody.status && erased.body.count == nobody.body.count)
            #expect(try erased.json["type"] == nobody.json["type"])
            #expect(try await server.client(ada).items("/v1/feed").allSatisfy { $0["owner"]["handle"].text != "ben" })
            return answer.body
        }
        let after = try SealedBoxes.all(in: world.path)
        let gone = before.filter { after[$0.key] == nil }.map(\.value)
        #expect(gone.count > 40)
        let files = try files(of: world)
        #expect(files.contains { $0.range(of: stretch(after.first?.value ?? Data())) != nil }, "the search finds")
        for box in gone {
            #expect(!files.contains { $0.range(of: stretch(box)) != nil })
        }
        let directory = try TemporaryDirectory()
        let certificate = directory.path("certificate.json")
        try Data(told).write(to: URL(filePath: certificate))
        let salt = try #require(try JSONDecoder().decode(JSONNode.self, from: Data(told))["salt"].text)
        let verified = try await Program.run(["erase", "verify", certificate, "--person", "ben", "--salt=\(salt)"])
        #expect(verified.exit == .code(0), "\(verified.errors)")
        #expect(verified.output.contains("no export of keys was made before"))
        #expect(try await world.command("audit", "database", "--canary", "ben-11").exit == .code(0))
    }
}
