import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct ImportFormatTests {
    private static let taxonomy = Table(
        header: ["id", "parent_id", "en_path", "zh_path"],
        rows: [
            ["fb", "", "Food", "食品"], ["fb-1", "fb", "Food > Drinks", "食品 > 饮料"],
            ["fb-1-14", "fb-1", "Food > Drinks > Tea", "食品 > 饮料 > 茶"],
            ["fb-1-3", "fb-1", "Food > Drinks > Coffee", "食品 > 饮料 > 咖啡"],
        ])

    /// Every second kind comes from a file, the others from standard input, or the other way round.
    @Test(arguments: [("csv", true), ("tsv", false), ("jsonl", true), ("jsonl", false)])
    func `all five kinds are read from files and from standard input`(format: String, startsWithFile: Bool) async throws
    {
        let directory = try TemporaryDirectory()
        let path = directory.path("data")
        try await SmallWorld.done(["init", "--rehearsal", "--data", path])
        var isFile = startsWithFile
        for (kind, table) in [("taxonomy", Self.taxonomy)] + WorldTables.all {
            let clock = kind == "purchases" ? SmallWorld.intake : SmallWorld.beginning
            var words = ["import", kind, "--data", path, "--clock", clock]
            if kind == "taxonomy" { words.append("--accept-unclassified") }
            let text = table.text(format)
            if isFile {
                let file = directory.path("\(kind).\(format)")
                try Data(text.utf8).write(to: URL(filePath: file))
                try await SmallWorld.done(words + [file])
            } else {
                try await SmallWorld.done(words + ["--format", format, "-"], input: text)
            }
            isFile.toggle()
        }
        try await SmallWorld.done([
            "visibility", "set", "--data", path, "--clock", SmallWorld.intake, "--person", "ben", "--sharing", "on",
            "--since", SmallWorld.beginning,
        ])
        let feed = try await SmallWorld.done([
            "feed", "--data", path, "--clock", SmallWorld.now, "--as", "ada", "--limit", "50", "--json",
        ])
        let items = try JSONDecoder().decode(JSONNode.self, from: Data(feed.utf8))["items"].array
        #expect(items.count == 23)
        #expect(Set(items.compactMap { $0["product"]["category"]["name"]["zh"].text }) == ["茶", "咖啡"])
        #expect(items.allSatisfy { $0["price"]["precision"].text == "band" })
    }

    @Test func `columns under other names are mapped`() async throws {
        let world = try await SmallWorld()
        var table = Table(header: WorldTables.purchases.header, rows: [WorldTables.purchases.rows[0]])
        table.header = ["basket_id", "who", "what", "quantity", "total", "currency", "time", "unused"]
        table.rows[0][0] = "another-order"
        let columns = "order=basket_id,buyer=who,product=what,at=time"
        let mapped = try await world.command(
            "import", "purchases", "--columns", columns, "--format", "tsv", "-", input: table.text("tsv"))
        #expect(mapped.exit == .code(0), "\(mapped.errors)")
        let unmapped = try await world.command("import", "purchases", "--format", "csv", "-", input: table.csv)
        #expect(unmapped.exit == .code(4))
        #expect(unmapped.errors.contains("order"))
        let unknown = try await world.command(
            "import", "purchases", "--columns", "ordr=basket_id", "--format", "csv", "-", input: table.csv)
        #expect(unknown.exit == .code(4))
        #expect(unknown.errors.contains("ordr"))
    }

    @Test func `a taxonomy that lacks sensitive parts is refused`() async throws {
        let world = try await SmallWorld()
        let before = try SealedBoxes.all(in: world.path)
        let outcome = try await world.command("import", "taxonomy", "--format", "csv", "-", input: Self.taxonomy.csv)
        #expect(outcome.exit == .code(4))
        #expect(outcome.errors.contains("--accept-unclassified"))
        #expect(try SealedBoxes.all(in: world.path) == before)
    }

    @Test func `a file whose name tells no format needs to be told it`() async throws {
        let world = try await SmallWorld()
        let outcome = try await world.command("import", "people", "-", input: WorldTables.people.csv)
        #expect(outcome.exit == .code(4))
        #expect(outcome.errors.contains("--format"), "\(outcome.errors)")
        let absent = try await world.command("import", "people", "\(world.path)/absent.csv")
        #expect(absent.exit == .code(4), "\(absent.errors)")
    }
}
