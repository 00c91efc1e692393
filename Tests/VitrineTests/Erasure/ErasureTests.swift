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
            let actors = try await server.client(ada).items("/v1/feed").map { $0["actor"]["handle"].text }
            #expect(actors.contains("cleo") && !actors.contains("ben"))
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

    @Test func `a certificate is in its file before it is printed, and is told again in the same words`() async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let file = directory.path("ben.json")
        let erased = try await world.command("erase", "--person", "ben", "--out", file)
        #expect(erased.exit == .code(0), "\(erased.errors)")
        let told = try String(contentsOfFile: file, encoding: .utf8)
        #expect(told.trimmingCharacters(in: .newlines) == erased.output.trimmingCharacters(in: .newlines))
        let id = try #require(try JSONDecoder().decode(JSONNode.self, from: Data(told.utf8))["id"].text)
        #expect(try await world.command("erase", "status", id).output == "clean\n")
        let again = try await world.command("erase", "certificate", id)
        #expect(again.output == erased.output)
        let refused = try await world.command("erase", "--person", "cleo", "--out", file)
        #expect(refused.exit == .code(4), "what is there is not overwritten, and nobody is erased")
        #expect(try await world.command("visibility", "show", "--person", "cleo").exit == .code(0))
        #expect(try await world.command("erase", "acknowledge", id).exit == .code(0))
        for command in ["status", "certificate", "acknowledge"] {
            #expect(try await world.command("erase", command, id).exit == .code(4))
        }
    }

    @Test func `the audit finds what is left of somebody who was erased`() async throws {
        let world = try await SmallWorld()
        let before = try SealedBoxes.records(in: world.path)
        #expect(try await world.command("erase", "--person", "ben").exit == .code(0))
        #expect(try await world.command("audit", "database").exit == .code(0))
        let after = try SealedBoxes.records(in: world.path)
        let gone = try #require(before.first { after[$0.key] == nil })
        // As a log would hold it that could not be emptied.
        let log = Data(count: 64) + gone.key + gone.value
        try log.write(to: URL(filePath: world.path + "/vitrine.db-wal"))
        let found = try await world.command("audit", "database")
        #expect(found.exit == .code(15) && found.output.contains("residue: a box of somebody who was erased"))
    }

    @Test func `what is no certificate is refused in a sentence`() async throws {
        let directory = try TemporaryDirectory()
        for (name, text) in [("empty", ""), ("text", "no JSON"), ("list", "[1]"), ("other", #"{"certificate":null}"#)] {
            let path = directory.path(name)
            try Data(text.utf8).write(to: URL(filePath: path))
            let outcome = try await Program.run(["erase", "verify", path])
            #expect(outcome.exit == .code(4) && outcome.errors.contains("holds no certificate"), "\(outcome.errors)")
        }
        let missing = try await Program.run(["erase", "verify", directory.path("missing")])
        #expect(missing.exit == .code(4) && missing.errors.contains("cannot be read"), "\(missing.errors)")
    }

    /// Flips a bit of a box in the file.
    private func damage(_ address: Data, in world: SmallWorld) throws {
        var box = try #require(try SealedBoxes.records(in: world.path)[address])
        box[box.startIndex + box.count / 2] ^= 1
        try SealedBoxes.replace(address, by: box, in: world.path)
    }

    @Test func `an erasure leaves no box behind, whatever of the person does not open`() async throws {
        let sound = try await SmallWorld()
        let large = try SealedBoxes.records(in: sound.path).filter { $0.value.count == SealedBoxes.segmentByteCount }
        // Those of ben, two of cleo, four heads, and the list of tokens.
        #expect(large.count == 9)
        try await SmallWorld.done(["erase", "--person", "ben", "--clock", SmallWorld.now, "--data", sound.path])
        let left = Set(try SealedBoxes.records(in: sound.path).keys)
        var refused = 0
        for address in large.keys {
            let world = try await SmallWorld()
            try damage(address, in: world)
            let before = Set(try SealedBoxes.records(in: world.path).keys)
            let outcome = try await world.command("erase", "--person", "ben")
            if outcome.exit == .code(5) {
                refused += 1
                #expect(Set(try SealedBoxes.records(in: world.path).keys) == before)
            } else {
                #expect(outcome.exit == .code(0), "\(outcome.errors)")
                #expect(Set(try SealedBoxes.records(in: world.path).keys) == left)
            }
        }
        // Without the list nobody can say which tokens are ben's.
        #expect(refused == 1)
    }

    /// How many purchases through shops an archive of everything held about ben lists.
    private func salesOfBen(_ world: SmallWorld) async throws -> Int {
        let directory = try TemporaryDirectory()
        let file = directory.path("ben.tar")
        let made = try await world.command("export", "--person", "ben", "--out", file)
        #expect(made.exit == .code(0), "\(made.errors)")
        let figures = try Tool.run(["tar", "xOf", file, "vitrine-export/figures.json"])
        #expect(figures.status == 0)
        return try JSONDecoder().decode(JSONNode.self, from: figures.output)["sales"].array.count
    }

    @Test func `what others bought in an erased person's shop does not say where, in a restored backup either`()
        async throws
    {
        let world = try await SmallWorld()
        let file = world.path + ".backup"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let rows = (0..<3).map { "shop-\($0),1,ben,tea-\($0),1,51.20,CNY,2026-06-2\($0)T10:00:00,cleo\n" }
        let taken = try await world.command(
            "import", "purchases", "--format", "csv", "-",
            input: "order,line,buyer,product,quantity,total,currency,at,shop\n" + rows.joined())
        #expect(taken.exit == .code(0), "\(taken.errors)")
        #expect(try await salesOfBen(world) == 3)
        #expect(try await world.command("backup", "--out", file).exit == .code(0))
        #expect(try await world.command("erase", "--person", "cleo").exit == .code(0))
        #expect(try await salesOfBen(world) == 0)
        let restored = try await world.command("restore", file)
        #expect(restored.exit == .code(0), "\(restored.errors)")
        #expect(try await salesOfBen(world) == 0)
        #expect(try await world.command("audit", "database", "--canary", "cleo").exit == .code(0))
        #expect(try await world.command("doctor").exit == .code(0))
    }
}
