import Foundation
import Testing

/// A candidate policy in the shadow of the one that serves.
@Suite(.timeLimit(.minutes(30))) struct ShadowPolicyTests {
    /// The people who share juice with Ada, of which the catalogue has one good too few for its category to be shown.
    private static let owners = (1...5).map { "owner-\($0)" }
    private static let days = ["2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z"]

    /// Narrower: friends see no prices.
    private func narrower() throws -> PolicyDirectory {
        let policies = try PolicyDirectory()
        try policies.replace(
            "disclose: { product: exact, time: week, price: band }\n    because: [product-promise, gdpr-7, gdpr-5-1-c]",
            in: "disclosure.yaml",
            with: "disclose: { product: exact, time: month }\n    because: [product-promise, gdpr-7, gdpr-5-1-c]")
        return policies
    }

    /// Wider: four goods are enough for a category.
    private func wider() throws -> PolicyDirectory {
        let policies = try PolicyDirectory()
        try policies.replace("{ goods: 5 }", in: "disclosure.yaml", with: "{ goods: 4 }")
        return policies
    }

    private func take(_ kind: String, _ table: Table, into world: SmallWorld) async throws {
        try await SmallWorld.done(
            [
                "import", kind, "--data", world.path, "--clock",
                kind == "purchases" ? SmallWorld.intake : SmallWorld.beginning, "--format", "csv", "-",
            ], input: table.csv)
    }

    /// The small world with a shelf of juice.
    private func world() async throws -> SmallWorld {
        let world = try await SmallWorld()
        try await take(
            "products",
            Table(
                header: ["id", "title", "category", "brand", "price", "currency"],
                rows: (0..<4).map { ["juice-\($0)", "Apple Juice \($0)", "fb-1-7", "Orchard", "20.00", "CNY"] }),
            into: world)
        return world
    }

    /// Lets people come, befriend Ada, share by the defaults, and buy juice.
    private func come(_ owners: some Collection<String>, to world: SmallWorld) async throws {
        try await take(
            "people",
            Table(header: ["handle", "name", "zone", "minor"], rows: owners.map { [$0, $0, "UTC", "false"] }),
            into: world)
        try await take(
            "friendships", Table(header: ["a", "b"], rows: owners.map { ["ada", $0] }), into: world)
        try await take(
            "purchases",
            Table(
                header: ["order", "buyer", "product", "quantity", "total", "currency", "at", "line"],
                rows: owners.map { ["\($0)-1", $0, "juice-1", "1", "20.00", "CNY", "2026-03-10T10:00:00", "1"] }),
            into: world)
        let rows = owners.map { "\($0),on,\(SmallWorld.beginning)\n" }.joined()
        try await SmallWorld.done(
            [
                "visibility", "set", "--data", world.path, "--clock", SmallWorld.intake, "--format", "csv", "--file",
                "-",
            ],
            input: "person,sharing,since\n" + rows)
    }

    /// Everything that Ada is served, as it is written.
    private func feed(_ world: SmallWorld, at instant: String, shadow: PolicyDirectory?) async throws -> [JSONNode] {
        try await world.serve(at: instant, shadow.map { ["--shadow-policy", $0.path] } ?? []) {
            (server: ServerProcess) async throws in
            let client = server.client(try world.token("ada"))
            if shadow != nil { _ = try #require(await server.log.line(with: "shadow report written")) }
            let first = try await client.get("/v1/feed?limit=50")
            let items = try await client.items("/v1/feed")
            return [try first.json["policy"]] + items
        }
    }

    private func report(_ world: SmallWorld) async throws -> String {
        try await SmallWorld.done(["policy", "shadow", "report", "--data", world.path])
    }

    @Test func `a narrower candidate changes no feed, and what it would hide is told once an epoch`() async throws {
        let (world, candidate) = (try await world(), try narrower())
        try await come(Self.owners, to: world)
        #expect(try await report(world) == "no epoch was reported yet\n")
        let plain = try await feed(world, at: Self.days[0], shadow: nil)
        #expect(plain.count > 50)
        #expect(plain.contains { $0["price"] != .null })
        #expect(try await feed(world, at: Self.days[0], shadow: candidate) == plain)
        let first = try await report(world)
        #expect(first.hasPrefix("2026-06-30: `\(try #require(plain[0].text))` in force, `"))
        #expect(first.contains("  for friends, purchases: widened for fewer than 5 owners, at least "), "\(first)")
        #expect(first.contains(" narrowed of at least 5 owners\n"), "\(first)")
        #expect(first.contains("otherwise nothing, or changes for fewer than 5 owners"))
        #expect(!first.contains("owner-") && !first.contains("ben"))
        // The same epoch again is not told again; the next one is.
        #expect(try await feed(world, at: Self.days[1], shadow: candidate) == plain)
        let lines = try await report(world).split(separator: "\n").filter { $0.contains(" in force") }
        #expect(lines.map { $0.prefix(10) } == ["2026-06-30", "2026-07-01"])
    }

    @Test func `a wider candidate shows nobody more, and is told of from k owners on`() async throws {
        let (world, candidate) = (try await world(), try wider())
        try await come(Self.owners.dropLast(), to: world)
        let plain = try await feed(world, at: Self.days[0], shadow: nil)
        #expect(try await feed(world, at: Self.days[0], shadow: candidate) == plain)
        let four = try await report(world)
        #expect(four.contains("\n  nothing, or changes for fewer than 5 owners\n"), "\(four)")
        #expect(!four.contains(" owners\n  for friends"))
        // The fifth owner makes k.
        try await come(Self.owners.suffix(1), to: world)
        #expect(try await feed(world, at: Self.days[1], shadow: candidate).count == plain.count + 1)
        let five = try await report(world)
        #expect(
            five.contains(
                "\n  for friends, purchases: at least 5 widened of at least 5 owners, narrowed for fewer than 5 owners\n"
            ),
            "\(five)")
        let json = try await SmallWorld.done(["policy", "shadow", "report", "--data", world.path, "--json"])
        let told = try JSONDecoder().decode([ShadowEpoch].self, from: Data(json.utf8))
        #expect(told.map(\.epoch) == ["2026-06-30", "2026-07-01"])
        #expect(told.allSatisfy { $0.k == 5 })
        // Nothing is counted in either report over fewer than k.
        let counts = told.flatMap(\.lines).flatMap { [$0.widened, $0.narrowed] }
        #expect(counts.compactMap(\.owners) == [5] && counts.compactMap(\.items) == [5])
    }

    /// A report as its JSON has it.
    private struct ShadowEpoch: Decodable {
        struct Count: Decodable {
            let owners: Int?
            let items: Int?
        }

        struct Line: Decodable {
            let widened: Count
            let narrowed: Count
        }

        let epoch: String
        let k: Int
        let lines: [Line]
    }
}
