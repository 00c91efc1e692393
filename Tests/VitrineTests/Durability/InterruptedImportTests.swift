import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct InterruptedImportTests {
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
        func importing(_ world: SmallWorld) throws -> ChildProcess {
            try ChildProcess(
                ["import", "purchases", "--data", world.path, "--clock", SmallWorld.intake, file],
                input: .nullDevice, output: .nullDevice, errors: .nullDevice)
        }

        let undisturbed = try await SmallWorld()
        var length: Duration = try await ContinuousClock().measure {
            let exit = try await importing(undisturbed).exit
            #expect(exit == .code(0))
        }
        let disturbed = try await SmallWorld()
        var kills = 0
        for round in 1...10 {
            let child = try importing(disturbed)
            try await Task.sleep(for: length * ((30 + 6 * Double(round)) / 100))
            child.send(SIGKILL)
            if await child.exit == .signal(SIGKILL) {
                kills += 1
            } else {
                // It was quicker than the first, which had to share the machine.
                length = length * 7 / 10
            }
        }
        #expect(kills >= 3)
        #expect(try await importing(disturbed).exit == .code(0))
        let (boxes, theirs) = (try SealedBoxes.all(in: undisturbed.path), try SealedBoxes.all(in: disturbed.path))
        #expect(theirs.count == boxes.count)
        let (expected, found) = (try await reading(undisturbed), try await reading(disturbed))
        // Ada reads two friends, the others one; each of the two has a purchase that only its owner sees.
        #expect(expected.count == 896)
        #expect(found == expected)
    }

    /// People are written 2,000 at a time, so the first ones are durable while the rest is still to come.
    @Test func `what was written before the kill stays, and the rest follows`() async throws {
        let world = try await SmallWorld()
        let count = 12_000
        let directory = try TemporaryDirectory()
        let file = directory.path("people.csv")
        let rows = (0..<count).map { "extra-\($0),Extra \($0)\n" }
        try Data(("handle,name\n" + rows.joined()).utf8).write(to: URL(filePath: file))
        let before = try SealedBoxes.records(in: world.path).count
        let child = try ChildProcess(
            ["import", "people", "--data", world.path, "--clock", SmallWorld.now, file],
            input: .nullDevice, output: .nullDevice, errors: .nullDevice)
        while try SealedBoxes.records(in: world.path).count <= before { try await Task.sleep(for: .milliseconds(20)) }
        child.send(SIGKILL)
        #expect(await child.exit == .signal(SIGKILL))

        let half = try SealedBoxes.records(in: world.path).count
        let known = try await world.command("visibility", "show", "--person", "extra-1999")
        #expect(known.exit == .code(0), "\(known.errors)")
        #expect(try await world.command("visibility", "show", "--person", "extra-\(count - 1)").exit == .code(4))
        let rest = try await world.command("import", "people", file)
        #expect(rest.exit == .code(0), "\(rest.errors)")
        #expect(try SealedBoxes.records(in: world.path).count > half)
        #expect(try await world.command("visibility", "show", "--person", "extra-\(count - 1)").exit == .code(0))
    }
}
