import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct ImportRowTests {
    /// Six rows of which the second, fourth and fifth are bad, by reading, by reading, and by the buyer.
    private static let mixed = """
        order,buyer,product,quantity,total,currency,at
        new-1,ben,tea-1,1,51.00,CNY,2026-04-20T10:00:00
        new-2,ben,tea-2,-1,51.00,CNY,2026-04-20T10:00:00
        new-3,ben,tea-3,1,51.00,CNY,2026-04-20T10:00:00
        new-4,ben,tea-4,1,51.001,CNY,2026-04-20T10:00:00
        new-5,nobody,tea-5,1,51.00,CNY,2026-04-20T10:00:00
        new-6,ben,tea-6,1,51.00,CNY,2026-04-20T10:00:00

        """

    private func feedCount(_ world: SmallWorld) async throws -> Int {
        let answer = try await world.command("feed", "--as", "ada", "--limit", "50", "--json")
        return try JSONDecoder().decode(JSONNode.self, from: Data(answer.output.utf8))["items"].array.count
    }

    @Test func `importing again changes no box`() async throws {
        let world = try await SmallWorld()
        let before = try SealedBoxes.all(in: world.path)
        let feed = try await world.command("feed", "--as", "ada", "--limit", "50", "--json").output
        for (kind, table) in WorldTables.all {
            let outcome = try await world.command("import", kind, "--format", "csv", "-", input: table.csv)
            #expect(outcome.exit == .code(0), "\(outcome.errors)")
            let after = try SealedBoxes.all(in: world.path)
            #expect(after.count == before.count, "\(kind)")
            #expect(after.count { before[$0.key] != $0.value } == 0, "\(kind) rewrote boxes")
        }
        let again = try await world.command("feed", "--as", "ada", "--limit", "50", "--json").output
        let (first, second) = (Data(feed.utf8), Data(again.utf8))
        #expect(
            try JSONDecoder().decode(JSONNode.self, from: first)["items"]
                == JSONDecoder().decode(JSONNode.self, from: second)["items"])
    }

    @Test func `bad rows are told by line and reason, and the good ones kept`() async throws {
        let world = try await SmallWorld()
        let before = try world.token("ben")
        let outcome = try await world.command("import", "purchases", "--format", "csv", "-", input: Self.mixed)
        #expect(outcome.exit == .code(3))
        #expect(outcome.output.isEmpty)
        let lines = outcome.errors.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("line 3: `quantity`: ") && $0.contains("found `-1`") }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("line 5: `total`: ") && $0.contains("found `51.001`") }, "\(lines)")
        #expect(lines.contains("line 6: the buyer is nobody here; import people first"), "\(lines)")
        #expect(lines.last == "3 of 6 rows were refused")
        try await world.serve { server in
            let ledger = try await server.client(before).items("/v1/me/purchases")
            let orders = ledger.compactMap { $0["order"].text }.filter { $0.hasPrefix("new-") }
            #expect(Set(orders) == ["new-1", "new-3", "new-6"])
        }
    }

    @Test(arguments: ["file", "standard input"])
    func `strict means all or nothing`(source: String) async throws {
        let world = try await SmallWorld()
        let before = try SealedBoxes.all(in: world.path)
        let directory = try TemporaryDirectory()
        func strictly(_ text: String) async throws -> Program.Outcome {
            if source == "file" {
                try Data(text.utf8).write(to: URL(filePath: directory.path("orders.csv")))
                return try await world.command("import", "purchases", "--strict", directory.path("orders.csv"))
            }
            return try await world.command("import", "purchases", "--strict", "--format", "csv", "-", input: text)
        }
        let malformed = try await strictly(Self.mixed)
        #expect(malformed.exit == .code(3))
        #expect(malformed.errors.contains("line 3: `quantity`"))
        #expect(malformed.errors.contains("nothing was applied"))
        #expect(!malformed.errors.contains("line 5"))
        let lines = Self.mixed.split(separator: "\n")
        let wellFormed = try await strictly((lines[0...1] + lines[5...6]).joined(separator: "\n") + "\n")
        #expect(wellFormed.exit == .code(3))
        #expect(wellFormed.errors.contains("line 3: the buyer is nobody here"), "\(wellFormed.errors)")
        #expect(try SealedBoxes.all(in: world.path) == before)
        let good = try await strictly((lines[0...1] + lines[6...6]).joined(separator: "\n") + "\n")
        #expect(good.exit == .code(0), "\(good.errors)")
        #expect(try SealedBoxes.all(in: world.path) != before)
    }

    @Test func `a row is told by line in each kind`() async throws {
        let world = try await SmallWorld()
        for (kind, text, line) in [
            ("people", "handle,name\nfay,Fay\nNo Handle,Nobody\n", "line 3: `handle`: "),
            ("people", "handle,name,zone\nfay,Fay,Mars/Olympus\n", "line 2: `zone`: "),
            ("friendships", "a,b\nada,ada\n", "line 2: `b`: "),
            ("friendships", "a,b\nada,ben\nada,nobody\n", "line 3: one of the two is nobody here"),
            (
                "products", "id,title,category,brand,price,currency\nx,,fb,,1.00,CNY\n",
                "line 2: the good would have no title"
            ),
            ("products", "id,title,category,brand,price,currency\nx,X,fb,,1.00,yuan\n", "line 2: `currency`: "),
        ] {
            let outcome = try await world.command("import", kind, "--format", "csv", "-", input: text)
            #expect(outcome.exit == .code(3), "\(kind)")
            #expect(outcome.errors.contains(line), "\(outcome.errors)")
        }
    }

    @Test func `where there is no terminal, progress is plain lines`() async throws {
        let world = try await SmallWorld()
        let outcome = try await world.command("import", "people", "--format", "csv", "-", input: WorldTables.people.csv)
        #expect(outcome.errors.firstMatch(of: /^people: 4 rows in [0-9]+:[0-9]{2}/) != nil, "\(outcome.errors)")
        #expect(!outcome.errors.contains("\r"))
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `a purchase that is put again is replaced`() async throws {
        let world = try await SmallWorld()
        let count = try await feedCount(world)
        let header = "order,buyer,product,quantity,total,currency,at,line,status\n"
        let returned = header + "ben-0,ben,tea-0,1,50.40,CNY,2026-02-10T10:10:00,1,returned\n"
        let outcome = try await world.command(
            "import", "purchases", "--format", "csv", "-", input: returned)
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(try await feedCount(world) == count - 1)
    }
}
