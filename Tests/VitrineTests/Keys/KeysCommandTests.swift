import Foundation
import Testing
import VitrineTesting

@testable import vitrine

@Suite(.timeLimit(.minutes(30))) struct KeysCommandTests {
    /// What the three friends have bought, as they see it, in any order.
    static func reading(_ world: SmallWorld) async throws -> [[JSONNode]] {
        let tokens = try ["ada", "ben", "cleo"].map { try world.token($0) }
        return try await world.serve { server in
            var nodes: [[JSONNode]] = []
            for token in tokens {
                for path in ["/v1/feed", "/v1/me/purchases"] {
                    nodes.append(try await server.client(token).items(path))
                }
            }
            return nodes
        }
    }

    private func status(_ world: SmallWorld) async throws -> KeyReport {
        let outcome = try await world.command("keys", "status", "--json")
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        return try JSONDecoder().decode(KeyReport.self, from: Data(outcome.output.utf8))
    }

    @Test func `a key that an earlier rotation left is not thrown away`() async throws {
        let world = try await SmallWorld()
        let left = "\(world.path)/root.key.new"
        try await world.serve { _ in
            try Data(repeating: 7, count: 32).write(to: URL(filePath: left))
            let outcome = try await Program.run(["keys", "rotate", "--data", world.path])
            #expect(outcome.exit == .code(4))
            #expect(outcome.errors.contains("may be the key in force"))
        }
        #expect(try Data(contentsOf: URL(filePath: left)) == Data(repeating: 7, count: 32))
    }

    @Test func `a public key may begin with what looks like an option`() async throws {
        let world = try await SmallWorld()
        let key = "-" + String(repeating: "k", count: 41) + "A"
        let outcome = try await world.command("keys", "export", "--to", key, "--out", "\(world.path)/keys.vtkx")
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
    }

    @Test func `a rotation puts a new root key in place, and the old one opens nothing`() async throws {
        let world = try await SmallWorld()
        let before = try await Self.reading(world)
        let (old, boxes) = (try DirectoryContents.read(world.path), try SealedBoxes.records(in: world.path))
        let outcome = try await world.command("keys", "rotate")
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(outcome.output.contains("4 owners"))
        #expect(try SealedBoxes.records(in: world.path) == boxes)
        let new = try DirectoryContents.read(world.path)
        #expect(new["root.key"] != old["root.key"] && new["root.key.new"] == nil)
        #expect(try await status(world).rotatedAt != nil)
        #expect(try await Self.reading(world) == before)
        try Data(old["root.key"] ?? Data()).write(to: URL(filePath: "\(world.path)/root.key"))
        #expect(try await world.command("keys", "status").exit == .code(5))
    }

    @Test func `a rotation cut short is finished or undone by whoever opens the directory`() async throws {
        for isWritten in [false, true] {
            let world = try await SmallWorld()
            let old = try DirectoryContents.read(world.path)["root.key"]
            #expect(try await world.command("keys", "rotate").exit == .code(0))
            let new = try DirectoryContents.read(world.path)["root.key"]
            // As if the new file had not been put in place; or as if nothing had been wrapped under it.
            try (isWritten ? new : old)?.write(to: URL(filePath: "\(world.path)/root.key.new"))
            if isWritten { try old?.write(to: URL(filePath: "\(world.path)/root.key")) }
            for name in ["root.key", "root.key.new"] {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o600], ofItemAtPath: "\(world.path)/\(name)")
            }
            #expect(try await world.command("keys", "status").exit == .code(0))
            let after = try DirectoryContents.read(world.path)
            #expect(after["root.key"] == new && after["root.key.new"] == nil)
        }
    }

    @Test func `sealing anew changes every box and nothing that anybody sees`() async throws {
        let world = try await SmallWorld()
        let before = try await Self.reading(world)
        let boxes = try SealedBoxes.records(in: world.path)
        let outcome = try await world.command("keys", "reseal")
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        let after = try SealedBoxes.records(in: world.path)
        #expect(after.count == boxes.count)
        #expect(after.allSatisfy { boxes[$0.key] != $0.value })
        let report = try await status(world)
        #expect(report.generation == 2 && report.pendingRecords == 0 && !report.isResealing)
        #expect(try await Self.reading(world) == before)
    }

    @Test func `who stands before records that do not open is told which command to run`() async throws {
        let world = try await SmallWorld()
        let records = try SealedBoxes.records(in: world.path)
        // Three of ben's of which one at least is the details of a purchase: a token and an entry of the history are as long.
        let other = try await SmallWorld()
        #expect(try await other.command("erase", "--person", "ben").exit == .code(0))
        let left = try SealedBoxes.records(in: other.path)
        let his = records.filter { left[$0.key] == nil && $0.value.count == SealedBoxes.detailsByteCount }
        #expect(his.count > 20)
        for (address, whole) in his.prefix(3) {
            let box = Data(whole.enumerated().map { $0.offset == whole.count / 2 ? $0.element ^ 1 : $0.element })
            try SealedBoxes.replace(address, by: box, in: world.path)
        }
        let refused = try await world.command("keys", "reseal")
        #expect(refused.exit == .code(5))
        #expect(refused.errors.contains("`vitrine keys reseal --give-up`"), "\(refused.errors)")
        let report = try await status(world)
        #expect(report.isResealing && report.isStopped && report.pendingOwners == 1)
        // Everything of the others is under the new keys.
        #expect(report.pendingRecords < records.count / 2)
        let told = try await world.command("keys", "status")
        #expect(told.output.contains("`vitrine keys reseal --give-up`"), "\(told.output)")
        // A server tries again, and says the same in its log.
        let line = try await world.serve { server in await server.log.line(with: "do not open and were not sealed") }
        #expect(line?.contains("`vitrine keys reseal --give-up`") == true, "\(line ?? "")")
        let given = try await world.command("keys", "reseal", "--give-up")
        #expect(given.exit == .code(0), "\(given.errors)")
        let after = try await status(world)
        #expect(!after.isResealing && !after.isStopped && after.pendingRecords == 0 && after.generation == 2)
        #expect(try await !world.command("keys", "status").output.contains("--give-up"))
        #expect(try await world.command("keys", "reseal").exit == .code(0))
        #expect(try await world.command("doctor").exit == .code(0))
    }

    @Test func `both go on while a server serves`() async throws {
        let world = try await SmallWorld()
        let token = try world.token("ada")
        try await world.serve { server in
            let before = try await server.client(token).items("/v1/feed")
            for words in [["rotate"], ["reseal"], ["rotate"], ["status"]] {
                let outcome = try await Program.run(["keys"] + words + ["--data", world.path])
                #expect(outcome.exit == .code(0), "\(words): \(outcome.errors)")
                #expect(try await server.client(token).items("/v1/feed") == before)
            }
        }
        #expect(try await status(world).generation == 2)
    }

    @Test func `an export brings lost keys back, and an older one is refused`() async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let before = try await Self.reading(world)
        let secret = directory.path("recovery.key")
        let recipient = try await SmallWorld.done(["keys", "recipient", "--out", secret])
            .trimmingCharacters(in: .newlines)
        for number in 1...2 {
            let outcome = try await world.command(
                "keys", "export", "--to", recipient, "--out", directory.path("\(number).vtkx"))
            #expect(outcome.exit == .code(0), "\(outcome.errors)")
        }
        let signer = try await status(world).signer
        let older = try await world.command("keys", "import", directory.path("1.vtkx"), "--secret-key", secret)
        #expect(older.exit == .code(4) && older.errors.contains("number 2 was made since"), "\(older.errors)")
        var bytes = try Data(contentsOf: URL(filePath: directory.path("2.vtkx")))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: directory.path("altered.vtkx")))
        let altered = try await world.command("keys", "import", directory.path("altered.vtkx"), "--secret-key", secret)
        #expect(altered.exit == .code(5) && altered.errors.contains("altered"))

        for name in ["keys.db", "keys.db-wal", "keys.db-shm", "root.key"] {
            try? FileManager.default.removeItem(atPath: "\(world.path)/\(name)")
        }
        let unnamed = try await world.command("keys", "import", directory.path("2.vtkx"), "--secret-key", secret)
        #expect(unnamed.exit == .code(4) && unnamed.errors.contains("--signer"))
        let taken = try await world.command(
            "keys", "import", directory.path("2.vtkx"), "--secret-key", secret, "--signer", signer)
        #expect(taken.exit == .code(0), "\(taken.errors)")
        #expect(taken.output.contains("4 owners"))
        #expect(try await Self.reading(world) == before)
    }

    @Test func `a root key comes from the environment, a credential or a passphrase`() async throws {
        let directory = try TemporaryDirectory()
        let credentials = directory.path("credentials")
        try DirectoryContents.write(
            ["vitrine.root-key": Data(repeating: 7, count: 32), "words": Data("correct horse battery\n".utf8)],
            to: credentials)
        for name in ["vitrine.root-key", "words"] {
            try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: "\(credentials)/\(name)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(credentials)/words")
        let hexadecimal = String(repeating: "ab", count: 32)
        let sources: [(source: String, environment: [String: String], wrong: [String: String])] = [
            ("environment", ["VITRINE_ROOT_KEY": hexadecimal], ["VITRINE_ROOT_KEY": String(hexadecimal.reversed())]),
            ("credential", ["CREDENTIALS_DIRECTORY": credentials], [:]),
            (
                "passphrase", ["VITRINE_PASSPHRASE_FILE": "\(credentials)/words"],
                ["VITRINE_PASSPHRASE_FILE": "\(credentials)/nothing"]
            ),
        ]
        for (source, environment, wrong) in sources {
            let path = directory.path(source)
            let made = try await Program.run(
                ["init", "--data", path, "--key-source", source], environment: environment)
            #expect(made.exit == .code(0), "\(source): \(made.errors)")
            #expect(!FileManager.default.fileExists(atPath: "\(path)/root.key"))
            // Found without being told, too.
            for words in [["keys", "status"], ["doctor"], ["keys", "status", "--key-source", source]] {
                let outcome = try await Program.run(words + ["--data", path], environment: environment)
                #expect(outcome.exit == .code(0), "\(source) \(words): \(outcome.output) \(outcome.errors)")
            }
            let outcome = try await Program.run(["keys", "status", "--data", path], environment: wrong)
            #expect(outcome.exit == .code(4) || outcome.exit == .code(5), "\(source)")
            #expect(outcome.errors.hasPrefix("vitrine: "))
        }
    }

    @Test func `parameters that would take all memory are refused unread`() async throws {
        let directory = try TemporaryDirectory()
        let words = directory.path("words")
        try Data("correct horse battery".utf8).write(to: URL(filePath: words))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: words)
        let path = directory.path("data")
        let environment = ["VITRINE_PASSPHRASE_FILE": words]
        #expect(
            try await Program.run(["init", "--data", path, "--key-source", "passphrase"], environment: environment).exit
                == .code(0))
        let file = URL(filePath: "\(path)/root.kdf")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("memory 268435456", with: "memory 107374182400").utf8).write(to: file)
        let outcome = try await Program.run(["keys", "status", "--data", path], environment: environment)
        #expect(outcome.exit == .code(5))
        #expect(outcome.errors.contains("1 GiB"))
    }
}
