import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct DoctorTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path("data") }

    init() async throws {
        directory = try TemporaryDirectory()
        try await SmallWorld.done(["init", "--data", directory.path("data")])
    }

    private func examine(_ more: String...) async throws -> Program.Outcome {
        try await Program.run(["doctor", "--data", path] + more)
    }

    /// The subjects with which something is wrong.
    private func wrongs(_ outcome: Program.Outcome) -> [String] {
        outcome.output.split(separator: "\n").compactMap { line in
            line.prefixMatch(of: /WRONG +([a-z ]+):/).map { String($0.1) }
        }
    }

    @Test func `a new directory is well`() async throws {
        let outcome = try await examine()
        #expect(outcome.exit == .code(0))
        #expect(wrongs(outcome).isEmpty)
        for subject in ["permissions", "records", "keys", "root key", "locked memory", "policy", "disk", "owner"] {
            #expect(outcome.output.contains("ok     \(subject): "), "\(subject)")
        }
    }

    @Test func `so is one that is being served`() async throws {
        try await ServerProcess.with(
            ["serve", "--data", path, "--listen", "127.0.0.1:0", "--operations-listen", "127.0.0.1:0"]
        ) { _ in
            let outcome = try await examine()
            #expect(outcome.exit == .code(0), "\(outcome.output)")
            #expect(outcome.output.contains("a process holds the directory"))
        }
    }

    @Test(arguments: ["root.key", "vitrine.db", "."])
    func `what others can read is found, with the command that mends it`(name: String) async throws {
        let file = name == "." ? path : "\(path)/\(name)"
        try FileManager.default.setAttributes([.posixPermissions: name == "." ? 0o755 : 0o644], ofItemAtPath: file)
        let outcome = try await examine()
        #expect(outcome.exit == .code(5))
        #expect(wrongs(outcome).contains("permissions"))
        #expect(outcome.output.contains("chmod go= \(file)"))
        // What SQLite made meanwhile took after its database.
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(path)/\(name)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        #expect(try await examine().exit == .code(0))
    }

    @Test(arguments: [("keys.db", "keys"), ("vitrine.db", "records"), ("root.key", "root key")])
    func `a file that is missing is found and not made anew`(name: String, subject: String) async throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        let outcome = try await examine()
        #expect(outcome.exit == .code(5))
        #expect(wrongs(outcome).contains(subject))
        #expect(!FileManager.default.fileExists(atPath: "\(path)/\(name)"))
        let command = try await Program.run(["token", "list", "--data", path])
        #expect([.code(1), .code(5)].contains(command.exit), "\(command.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(path)/\(name)"))
    }

    @Test func `the key of another directory is found`() async throws {
        try await SmallWorld.done(["init", "--data", directory.path("other")])
        let key = try Data(contentsOf: URL(filePath: directory.path("other/root.key")))
        try key.write(to: URL(filePath: "\(path)/root.key"))
        let outcome = try await examine()
        #expect(outcome.exit == .code(5))
        #expect(wrongs(outcome) == ["root key"])
        let command = try await Program.run(["token", "list", "--data", path])
        #expect(command.exit == .code(5))
        #expect(command.errors.contains("they belong to different installations"))
    }

    @Test func `a policy that does not load is found, by file and line`() async throws {
        let policies = directory.path("policies")
        try DirectoryContents.write(["disclosure.yaml": Data("grants:\n  - idd: x\n".utf8)], to: policies)
        let outcome = try await examine("--policies", policies)
        #expect(outcome.exit == .code(5))
        #expect(wrongs(outcome) == ["policy"])
        #expect(outcome.output.contains("disclosure.yaml:"))
        let serving = try await Program.run(["serve", "--data", path, "--policies", policies])
        #expect(serving.exit == .code(6))
        #expect(serving.errors.contains("disclosure.yaml:"))
    }

    @Test(arguments: [("vitrine.db", "records"), ("keys.db", "keys")])
    func `the schema of a newer program is found and left alone`(name: String, subject: String) async throws {
        var file = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
        // The version that the program gave the schema, big-endian (https://www.sqlite.org/fileformat.html#user_version).
        file[63] = 99
        try file.write(to: URL(filePath: "\(path)/\(name)"))
        let outcome = try await examine()
        #expect(outcome.exit == .code(5))
        #expect(wrongs(outcome).contains(subject))
        #expect(outcome.output.contains("schema 99"))
        let command = try await Program.run(["token", "list", "--data", path])
        #expect(command.exit != .code(0))
        #expect(command.errors.contains("schema 99"))
        #expect(try Data(contentsOf: URL(filePath: "\(path)/\(name)")) == file)
    }

    @Test func `a file that is no database is found`() async throws {
        try Data("no database at all, but long enough to be looked at".utf8)
            .write(to: URL(filePath: "\(path)/vitrine.db"))
        let outcome = try await examine()
        #expect(outcome.exit == .code(5))
        #expect(wrongs(outcome).contains("records"))
    }

    @Test func `a directory that is not there is named`() async throws {
        let outcome = try await Program.run(["doctor", "--data", directory.path("nowhere")])
        #expect(outcome.exit == .code(5))
        #expect(outcome.output.contains("vitrine init --data"))
        let command = try await Program.run(["serve", "--data", directory.path("nowhere")])
        #expect(command.exit == .code(4))
    }
}
