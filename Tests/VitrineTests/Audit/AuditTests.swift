import Foundation
import GRDB
import Testing

/// Plants each kind of leak in a directory that was clean, and looks whether it is found.
@Suite(.timeLimit(.minutes(30))) struct AuditTests {
    private func audit(_ world: SmallWorld, _ words: [String] = []) async throws -> Program.Outcome {
        try await Program.run(
            ["audit", "database", "--json", "--data", world.path, "--clock", SmallWorld.now] + words)
    }

    private func findings(_ outcome: Program.Outcome) throws -> [JSONNode] {
        try JSONDecoder().decode(JSONNode.self, from: Data(outcome.output.utf8))["findings"].array
    }

    @Test func `a directory that was never tampered with is clean, and is not changed`() async throws {
        let world = try await SmallWorld()
        let before = try DirectoryContents.read(world.path)
        let outcome = try await audit(world, ["--canary", "nobody-ever-wrote-this"])
        #expect(outcome.exit == .code(0), "\(outcome.output) \(outcome.errors)")
        var after = try DirectoryContents.read(world.path)
        after["lock"] = before["lock"]
        #expect(after == before)
        let text = try await world.command("audit", "database").output
        #expect(text.contains("the catalogue: what is sold, not who bought it"))
        #expect(text.contains("clean: nothing found"))
    }

    @Test(arguments: [
        ("Some text with ada.lovelace in it", "ada.lovelace", "canary 1 as UTF-8"),
        ("order ben-11", "", "order as UTF-8"),
        ("陈可乐 was here", "", "name as UTF-8"),
        ("ZGVhciBjbGVvLTEyIQ==", "", "order as base64"),
    ])
    func `a text in a file that was left behind is found`(content: String, canary: String, what: String) async throws {
        let world = try await SmallWorld()
        try Data(content.utf8).write(to: URL(filePath: world.path + "/etilqs_temporary"))
        let outcome = try await audit(world, canary.isEmpty ? [] : ["--canary", canary])
        #expect(outcome.exit == .code(15))
        let found = try findings(outcome)
        #expect(
            found.contains { $0["what"].text == what && $0["file"].text == "etilqs_temporary" }, "\(outcome.output)")
        #expect(found.contains { $0["kind"].text == "unknown-file" })
    }

    @Test func `a name in UTF-16 in the index of the log is found`() async throws {
        let world = try await SmallWorld()
        try ("陈可乐".data(using: .utf16LittleEndian) ?? Data()).write(to: URL(filePath: world.path + "/vitrine.db-shm"))
        let outcome = try await audit(world)
        #expect(try findings(outcome).contains { $0["what"].text == "name as UTF-16LE" }, "\(outcome.output)")
    }

    @Test func `handles side by side in a page that was freed are found as a relation`() async throws {
        let world = try await SmallWorld()
        let queue = try DatabaseQueue(path: world.path + "/vitrine.db")
        try await queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA secure_delete = OFF; CREATE TABLE scratch (line TEXT) STRICT;")
            for number in 0..<200 {
                try database.execute(
                    sql: "INSERT INTO scratch VALUES (?)",
                    arguments: [
                        "line \(number): order ben-\(number % 24) of ada with ben" + String(repeating: " ", count: 60)
                    ])
            }
            try database.execute(sql: "DROP TABLE scratch")
            _ = try database.checkpoint(.truncate)
        }
        try queue.close()
        let outcome = try await audit(world)
        let found = try findings(outcome)
        #expect(outcome.exit == .code(15))
        #expect(
            found.contains { $0["what"].text == "order as UTF-8" && $0["area"].text == "free page" },
            "\(outcome.output)")
        #expect(found.contains { $0["kind"].text == "relation" })
    }

    @Test func `an order in a log that was not copied back is found there`() async throws {
        let world = try await SmallWorld()
        let file = world.path + "/vitrine.db"
        let pool = try DatabasePool(path: file)
        try await pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 0; CREATE TABLE scratch (line TEXT) STRICT;")
            try database.execute(sql: "INSERT INTO scratch VALUES ('sold as order cleo-17')")
            try database.execute(sql: "DROP TABLE scratch")
        }
        // As they lie there while somebody has them open.
        let (main, log) = (
            try Data(contentsOf: URL(filePath: file)), try Data(contentsOf: URL(filePath: file + "-wal"))
        )
        try pool.close()
        try main.write(to: URL(filePath: file))
        try log.write(to: URL(filePath: file + "-wal"))
        let outcome = try await audit(world)
        #expect(outcome.exit == .code(15))
        let found = try findings(outcome)
        #expect(
            found.contains { $0["what"].text == "order as UTF-8" && $0["file"].text == "vitrine.db-wal" },
            "\(outcome.output)")
        #expect(try Data(contentsOf: URL(filePath: file + "-wal")) == log)
    }

    @Test func `a table without a reason is found`() async throws {
        let world = try await SmallWorld()
        let queue = try DatabaseQueue(path: world.path + "/vitrine.db")
        try await queue.write { database in
            try database.execute(
                sql: "CREATE TABLE edges (a INTEGER, b INTEGER) STRICT; ALTER TABLE products ADD COLUMN buyer TEXT")
        }
        try queue.close()
        let found = try findings(try await audit(world)).compactMap { $0["what"].text }
        #expect(found.contains("no reason is known for vitrine.db: edges.a"), "\(found)")
        #expect(found.contains("no reason is known for vitrine.db: products.buyer"), "\(found)")
    }

    @Test func `a server that holds the directory is not audited`() async throws {
        let world = try await SmallWorld()
        let outcome = try await world.serve { _ in try await audit(world) }
        #expect(outcome.exit == .code(7))
    }
}
