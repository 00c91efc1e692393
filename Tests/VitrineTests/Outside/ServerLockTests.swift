import Foundation
import StorageSQLite
import Testing
import VitrineTesting

/// The locks of a running server on its databases, as the kernel lists them.
@Suite(.timeLimit(.minutes(10)), .enabled(if: FileLock.all() != nil, "this system does not list locks"))
struct ServerLockTests {
    /// What the server has locked of both databases while nothing is under way.
    private func locks(_ world: SmallWorld, _ server: ServerProcess) throws -> Set<FileLock> {
        let files = ["vitrine.db", "keys.db"].flatMap { [$0, $0 + "-shm"] }.map { "\(world.path)/\($0)" }
        let inodes = files.compactMap { FileLock.inode(of: $0) }
        let all = try #require(FileLock.all())
        return all.filter {
            $0.kind == .record && $0.process == server.child.identifier && inodes.contains($0.inode)
                && FileLock.lastingRanges.contains($0.range)
        }
    }

    @Test func `no command and no sweep makes a server let go of a lock`() async throws {
        let world = try await SmallWorld()
        let out = try TemporaryDirectory()
        try await world.serve(at: "2027-07-01T00:00:00Z") { server in
            let before = try locks(world, server)
            #expect(before.count == 4, "a lock on each database and on the index of its log")
            let client = server.client(try world.token("ben"))
            let recipient = try await SmallWorld.done(["keys", "recipient", "--out", out.path("recipient.key")])
                .split(whereSeparator: \.isWhitespace).last.map(String.init)
            let token = try await SmallWorld.done([
                "token", "issue", "--person", "ada", "--client", "short", "--scope", "feed:read", "--data", world.path,
            ])
            #expect(!token.isEmpty)
            let list = try await SmallWorld.done(["token", "list", "--data", world.path])
            let row = try #require(list.split(separator: "\n").first { $0.contains("short") })
            let issued = String(try #require(row.split(separator: " ").first))
            let order =
                "order,buyer,product,quantity,total,currency,at\nlate,ben,tea-3,2,106.00,CNY,2026-06-30T10:00:00\n"
            let commands: [(words: [String], input: String?)] = [
                (["import", "purchases", "--format", "csv", "-"], order),
                (["import", "people", "--format", "csv", "-"], WorldTables.people.csv),
                (["import", "products", "--format", "csv", "-"], WorldTables.products.csv),
                (["visibility", "set", "--person", "cleo", "--sharing", "off"], nil),
                (["visibility", "show", "--person", "cleo"], nil), (["feed", "--as", "ada"], nil),
                (["board", "--as", "ada"], nil), (["insights", "--as", "ben"], nil),
                (["catalogue", "search", "tea"], nil), (["shop", "show", "--person", "ben"], nil),
                (["friends", "remove", "ben", "cleo"], nil), (["friends", "add", "ben", "cleo"], nil),
                (["token", "revoke", issued], nil), (["token", "list"], nil),
                (["erase", "expired"], nil), (["erase", "--person", "cleo"], nil),
                (["erase", "--person", "nobody"], nil),
                (["backup", "--out", out.path("backup")], nil),
                (["export", "--person", "ben", "--out", out.path("ben.tar")], nil),
                (["keys", "status"], nil), (["keys", "rotate"], nil), (["keys", "reseal"], nil),
                (["keys", "rotate", "--new-root-key", world.path + "/keys.db"], nil),
                (["keys", "rotate", "--new-root-key", world.path + "/vitrine.db-shm"], nil),
                (["keys", "export", "--to", recipient ?? "", "--out", out.path("keys.vtkx")], nil),
                (["policy", "reload"], nil), (["audit", "database"], nil), (["doctor"], nil),
                (["restore", out.path("backup")], nil),
            ]
            for (words, input) in commands {
                let outcome = try await Program.run(words + ["--data", world.path], input: input)
                #expect(outcome.exit != .code(64), "\(words): \(outcome.errors)")
                #expect(try locks(world, server) == before, "after \(words.joined(separator: " ")): \(outcome.errors)")
            }
            let hidden = try await client.send("PATCH", "/v1/me/visibility", #"{"sharing": {"on": false}}"#)
            #expect(hidden.status == 200)
            #expect(try locks(world, server) == before)
            #expect(server.log.soFar.contains { $0.contains("expired is erased") }, "the sweep of the day has run")
        }
    }

    @Test(.enabled(if: OutsideProgram.isThere, "there is no python3 with SQLite"))
    func `doctor names a program that has the databases open beside the server`() async throws {
        let world = try await SmallWorld()
        let script = """
            import sqlite3, subprocess, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            sys.exit(0 if "beside their owner" in subprocess.run(
                ["\(Program.path)", "doctor", "--data", "\(world.path)"], capture_output=True, text=True).stdout else 1)
            """
        let isNamed = try await world.serve { _ in try OutsideProgram.run(script, in: world.path) }
        #expect(isNamed)
    }

    @Test(.enabled(if: OutsideProgram.isThere, "there is no python3 with SQLite"))
    func `doctor says that locks are missing, and opens no database then`() async throws {
        let world = try await SmallWorld()
        // Holds the directory as a server does, has the databases open, and loses its locks by closing another descriptor.
        let script = """
            import fcntl, sqlite3, subprocess, sys
            lock = open("\(world.path)/lock", "w")
            fcntl.flock(lock, fcntl.LOCK_EX)
            databases = [sqlite3.connect(path) for path in sys.argv[1:]]
            for database in databases: database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            def doctor():
                return subprocess.run(["\(Program.path)", "doctor", "--data", "\(world.path)"],
                    capture_output=True, text=True)
            whole = doctor()
            open(sys.argv[1], "rb").close()
            lost = doctor()
            print(whole, lost)
            import os
            sys.exit(0 if whole.returncode == 0 and lost.returncode == 5 and "without its locks on" in lost.stdout
                and "records" not in lost.stdout and os.path.exists(sys.argv[1] + "-wal") else 1)
            """
        #expect(try OutsideProgram.run(script, in: world.path))
    }
}
