import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct BackupTests {
    private func visible(_ world: SmallWorld) async throws -> Int {
        let ada = try world.token("ada")
        return try await world.serve { try await $0.client(ada).items("/v1/people/ben/purchases").count }
    }

    @Test func `a backup made while a server serves is put back, and what was hidden since stays hidden`() async throws
    {
        let world = try await SmallWorld()
        let file = world.path + ".backup"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await world.serve { _ in
            let made = try await Program.run(["backup", "--data", world.path, "--out", file])
            #expect(made.exit == .code(0), "\(made.errors)")
            // The server has the directory.
            let refused = try await Program.run(["restore", "--data", world.path, file])
            #expect(refused.exit == .code(7))
        }
        #expect(try await world.command("friends", "remove", "ben", "cleo").exit == .code(0))
        #expect(try await world.command("visibility", "set", "--person", "ben", "--sharing", "off").exit == .code(0))
        let sound = try await world.command("restore", "--verify-only", file)
        #expect(sound.exit == .code(0), "\(sound.errors)")
        let restored = try await world.command("restore", file)
        #expect(restored.exit == .code(0), "\(restored.errors)")
        #expect(restored.output.contains("was applied again"))
        #expect(try await visible(world) == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: world.path)
        #expect(!names.contains { $0.contains("restor") || $0.contains("copy") })
    }

    @Test func `a backup that is not whole is refused, and nothing is changed`() async throws {
        let world = try await SmallWorld()
        let file = world.path + ".backup"
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(try await world.command("backup", "--out", file).exit == .code(0))
        let whole = try Data(contentsOf: URL(filePath: file))
        let before = try SealedBoxes.all(in: world.path)
        var variants = [
            whole.dropLast(1), whole.dropLast(whole.count / 2), whole + Data([0]), Data(), whole.prefix(100),
        ]
        for place in [0, 15, 20, 60, 100, 150, 200, whole.count - 3] {
            var altered = whole
            altered[altered.startIndex + place] ^= 1
            variants.append(altered)
        }
        for variant in variants {
            try Data(variant).write(to: URL(filePath: file))
            let refused = try await world.command("restore", file)
            #expect(refused.exit == .code(5), "\(refused.output) \(refused.errors)")
        }
        #expect(try SealedBoxes.all(in: world.path) == before)
        let other = try TemporaryDirectory()
        try whole.write(to: URL(filePath: file))
        try await SmallWorld.done(["init", "--data", other.path("data")])
        let foreign = try await Program.run(["restore", "--data", other.path("data"), file])
        #expect(foreign.exit == .code(5))
        #expect(foreign.errors.contains("another installation"))
    }

    @Test func `somebody erased does not come back, and the certificate holds`() async throws {
        let world = try await SmallWorld()
        let file = world.path + ".backup"
        let certificate = world.path + ".json"
        defer { for path in [file, certificate] { try? FileManager.default.removeItem(atPath: path) } }
        #expect(try await world.command("backup", "--out", file).exit == .code(0))
        let erased = try await world.command("erase", "--person", "ben")
        #expect(erased.exit == .code(0), "\(erased.errors)")
        try Data(erased.output.utf8).write(to: URL(filePath: certificate))
        let salt = try #require(try JSONDecoder().decode(JSONNode.self, from: Data(erased.output.utf8))["salt"].text)
        let about = ["erase", "verify", certificate, "--salt", salt, "--person"]
        #expect(try await Program.run(about + ["ben"]).exit == .code(0))
        #expect(try await Program.run(about + ["ada"]).exit == .code(5))
        try Data(erased.output.replacing("\"records\" : ", with: "\"records\" : 1").utf8)
            .write(to: URL(filePath: certificate))
        #expect(try await Program.run(about + ["ben"]).exit == .code(5))
        #expect(try await world.command("restore", file).exit == .code(0))
        #expect(try await world.command("visibility", "show", "--person", "ben").exit == .code(4))
        #expect(try await world.command("visibility", "show", "--person", "cleo").exit == .code(0))
    }
}
