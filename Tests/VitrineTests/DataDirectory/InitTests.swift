import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(30))) struct InitTests {
    @Test func `a new directory is its owner's alone`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("new/data")
        try await SmallWorld.done(["init", "--data", path])
        #expect(try DirectoryContents.mode(path) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(Set(names).isSuperset(of: ["root.key", "keys.db", "vitrine.db"]))
        for name in names { #expect(try DirectoryContents.mode("\(path)/\(name)") == 0o600, "\(name)") }
        #expect(try Data(contentsOf: URL(filePath: "\(path)/root.key")).count == 32)
    }

    @Test func `nothing is overwritten`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("data")
        try await SmallWorld.done(["init", "--data", path])
        let before = try DirectoryContents.read(path)
        let second = try await Program.run(["init", "--data", path])
        #expect(second.exit == .code(4))
        #expect(second.output.isEmpty)
        #expect(second.errors.contains("a data directory is made once"))
        #expect(try DirectoryContents.read(path) == before)
    }

    @Test(arguments: ["root.key", "keys.db", "vitrine.db"])
    func `what is left of another directory is not overwritten either`(name: String) async throws {
        let directory = try TemporaryDirectory()
        try DirectoryContents.write([name: Data("mine".utf8)], to: directory.path("data"))
        let outcome = try await Program.run(["init", "--data", directory.path("data")])
        #expect(outcome.exit == .code(4))
        #expect(try DirectoryContents.read(directory.path("data")) == [name: Data("mine".utf8)])
    }

    @Test func `a directory that others can enter is closed when it becomes a data directory`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("data")
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
        try await SmallWorld.done(["init", "--data", path])
        #expect(try DirectoryContents.mode(path) == 0o700)
    }

    @Test func `one that others use for something else is refused, and left as it is`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("data")
        try DirectoryContents.write(["notes": Data("mine".utf8)], to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let outcome = try await Program.run(["init", "--data", path])
        #expect(outcome.exit == .code(4))
        #expect(outcome.errors.contains("chmod go= \(path)"))
        #expect(try DirectoryContents.mode(path) == 0o755)
        #expect(try DirectoryContents.read(path) == ["notes": Data("mine".utf8)])
    }

    @Test func `only a rehearsal takes another clock`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("data")
        try await SmallWorld.done(["init", "--data", path])
        let outcome = try await Program.run(["token", "list", "--data", path, "--clock", SmallWorld.now])
        #expect(outcome.exit == .code(4))
        #expect(outcome.errors.contains("init --rehearsal"))
    }
}
