import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(10))) struct InterruptedImportTests {
    /// What the three friends can read of each other and of themselves, without the ids, which differ by directory.
    private func reading(_ world: SmallWorld) async throws -> [JSONNode] {
        let tokens = try ["ada", "ben", "cleo"].map { try world.token($0) }
        return try await world.serve { server in
            var nodes: [JSONNode] = []
            for token in tokens {
                let client = server.client(token)
                for path in ["/v1/feed", "/v1/me/purchases"] {
                    nodes += try await client.items(path).map { $0.without("id") }
                }
            }
            return nodes
        }
    }

    @Test func `an import that is killed and run again comes to the same`() async throws {
        let directory = try TemporaryDirectory()
        let file = directory.path("orders.csv")
        try Data(WorldTables.purchases(perBuyer: 150).csv.utf8).write(to: URL(filePath: file))

        let undisturbed = try await SmallWorld()
        let clock = ContinuousClock()
        let length = try await clock.measure {
            let outcome = try await undisturbed.command("import", "purchases", file)
            #expect(outcome.exit == .code(0))
        }
        let disturbed = try await SmallWorld()
        let before = try SealedBoxes.all(in: disturbed.path)
        var kills = 0
        for round in 1...8 {
            let child = try ChildProcess(
                ["import", "purchases", "--data", disturbed.path, "--clock", SmallWorld.now, file],
                input: .nullDevice, output: .nullDevice, errors: .nullDevice)
            try await Task.sleep(for: length * (Double(round) / 9))
            child.send(SIGKILL)
            if await child.exit == .signal(SIGKILL) { kills += 1 }
        }
        #expect(kills >= 4)
        let last = try await disturbed.command("import", "purchases", file)
        #expect(last.exit == .code(0), "\(last.errors)")
        #expect(try SealedBoxes.all(in: disturbed.path).count == SealedBoxes.all(in: undisturbed.path).count)
        #expect(try SealedBoxes.all(in: disturbed.path) != before)
        let (expected, found) = (try await reading(undisturbed), try await reading(disturbed))
        #expect(expected.count > 600)
        #expect(found == expected)
    }

    /// People are written 2,000 at a time, so the first ones are durable while the rest is still to come.
    @Test func `what was written before the kill stays, and the rest follows`() async throws {
        let world = try await SmallWorld()
        let count = 2_040
        let rows = (0..<count).map { "extra-\($0),Extra \($0)\n" }
        let input = Pipe()
        let child = try ChildProcess(
            ["import", "people", "--data", world.path, "--clock", SmallWorld.now, "--format", "csv", "-"],
            input: input.fileHandleForReading, output: .nullDevice, errors: .nullDevice)
        let before = try SealedBoxes.all(in: world.path).count
        let begun = "handle,name\n" + rows.dropLast(30).joined()
        try await Socket.apart { try input.fileHandleForWriting.write(contentsOf: Data(begun.utf8)) }
        while try SealedBoxes.all(in: world.path).count <= before { try await Task.sleep(for: .milliseconds(50)) }
        child.send(SIGKILL)
        #expect(await child.exit == .signal(SIGKILL))
        try input.fileHandleForWriting.close()

        let half = try SealedBoxes.all(in: world.path).count
        let known = try await world.command("visibility", "show", "--person", "extra-1999")
        #expect(known.exit == .code(0), "\(known.errors)")
        #expect(try await world.command("visibility", "show", "--person", "extra-2000").exit == .code(4))
        let rest = try await world.command(
            "import", "people", "--format", "csv", "-", input: "handle,name\n" + rows.joined())
        #expect(rest.exit == .code(0), "\(rest.errors)")
        #expect(try SealedBoxes.all(in: world.path).count > half)
        #expect(try await world.command("visibility", "show", "--person", "extra-2039").exit == .code(0))
    }
}
