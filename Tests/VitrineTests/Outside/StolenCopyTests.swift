import Foundation
import Testing
import VitrineTesting

/// A thief who copies the files of a running server.
@Suite(.timeLimit(.minutes(10)), .enabled(if: OutsideProgram.isThere, "there is no python3 with SQLite"))
struct StolenCopyTests {
    private func clustering(_ world: SmallWorld, _ copy: String, exit: Int32) async throws -> JSONNode {
        let outcome = try await world.command("audit", "database", "--copy", copy, "--json")
        #expect(outcome.exit == .code(exit), "\(outcome.errors)")
        return try JSONDecoder().decode(JSONNode.self, from: Data(outcome.output.utf8))["clustering"]
    }

    /// Another program reads one state for as long as purchases are written, so that the log cannot be emptied: what every copy
    /// would show if the log were left alone.
    @Test func `what lies in the log is tied to its owners, and nothing in a copy at rest`() async throws {
        let world = try await SmallWorld()
        let stolen = world.path + ".stolen"
        defer { for copy in [stolen, stolen + ".rest"] { try? FileManager.default.removeItem(atPath: copy) } }
        let till = try world.token("till")
        try await world.serve { server in
            let script = """
                import json, shutil, sqlite3, sys, urllib.request
                readers = [sqlite3.connect(path, timeout=20, isolation_level=None) for path in sys.argv[1:]]
                for reader in readers:
                    reader.execute("BEGIN")
                    reader.execute("SELECT count(*) FROM sqlite_schema").fetchall()
                for number in range(20):
                    body = {"buyer": ["ben", "cleo"][number % 2], "product": "tea-1", "quantity": 1, "total": 5100,
                        "currency": "CNY", "at": "2026-06-20T10:00:00Z"}
                    request = urllib.request.Request(
                        f"http://\(server.host):\(server.port)/v1/purchases/late-{number}/lines/1", method="PUT",
                        data=json.dumps(body).encode(),
                        headers={"Authorization": "Bearer \(till)", "Content-Type": "application/json"})
                    urllib.request.urlopen(request).read()
                shutil.copytree("\(world.path)", "\(stolen)", ignore=shutil.ignore_patterns("control.sock"))
                for reader in readers: reader.close()
                """
            let isDone = try OutsideProgram.run(script, in: world.path)
            #expect(isDone)
        }
        let live = try await clustering(world, stolen, exit: 15)
        #expect(live["tiedPurchases"] == .number(20))
        #expect(try Tool.run(["cp", "-r", world.path, stolen + ".rest"]).status == 0)
        let resting = try await clustering(world, stolen + ".rest", exit: 0)
        #expect(resting["purchases"] == .number(68))
        #expect(resting["tiedPurchases"] == .number(0))
        #expect(resting["transactions"] == .number(0))
        #expect(resting["leftoverPages"] == .number(0))
    }
}
