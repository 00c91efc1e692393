import Foundation
import Testing
import VitrineTesting

@Suite(.timeLimit(.minutes(10))) struct ExportTests {
    private func listing(_ file: String, _ options: String) async throws -> [String] {
        let tar = try Tool.run(["tar", options, file])
        #expect(tar.status == 0)
        return String(decoding: tar.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func `an archive is read by tar, is for its owner's eyes, and is never overwritten`() async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let file = directory.path("ben.tar")
        let made = try await world.command("export", "--person", "ben", "--out", file)
        #expect(made.exit == .code(0), "\(made.errors)")
        #expect(try DirectoryContents.mode(file) == 0o600)
        let names = try await listing(file, "tf")
        for name in ["manifest.json", "README.txt", "purchases.csv", "purchases.json", "consent.json", "tokens.json"] {
            #expect(names.contains("vitrine-export/\(name)"), "\(names)")
        }
        let content = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
        #expect(content.contains("Condoms Box of 12"))
        #expect(!content.contains("cleo-"))
        #expect(try await world.command("export", "--person", "ben", "--out", file).exit == .code(4))
        #expect(
            try await world.command("export", "--person", "nobody", "--out", directory.path("x")).exit == .code(4))
    }

    @Test func `a server that holds the directory makes the same archive`() async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let outcome = try await world.serve { _ in
            try await Program.run(
                ["export", "--data", world.path, "--person", "ben", "--out", directory.path("served.tar")])
        }
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(try await listing(directory.path("served.tar"), "tf").contains("vitrine-export/manifest.json"))
    }

    @Test func `what is sealed to a key opens with that key alone`() async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let keys = try await Program.run(["export", "keys", "--out", directory.path("a.key")])
        _ = try await Program.run(["export", "keys", "--out", directory.path("b.key")])
        let publicKey = keys.output.trimmingCharacters(in: .newlines)
        let sealed = directory.path("ben.sealed")
        let made = try await world.command("export", "--person", "ben", "--out", sealed, "--seal-to=\(publicKey)")
        #expect(made.exit == .code(0), "\(made.errors)")
        #expect(!String(decoding: try Data(contentsOf: URL(filePath: sealed)), as: UTF8.self).contains("ustar"))
        let wrong = try await Program.run(
            ["export", "open", sealed, "--key", directory.path("b.key"), "--out", directory.path("wrong.tar")])
        #expect(wrong.exit == .code(4))
        #expect(!FileManager.default.fileExists(atPath: directory.path("wrong.tar")))
        let right = try await Program.run(
            ["export", "open", sealed, "--key", directory.path("a.key"), "--out", directory.path("ben.tar")])
        #expect(right.exit == .code(0), "\(right.errors)")
        #expect(try await listing(directory.path("ben.tar"), "tf").contains("vitrine-export/manifest.json"))
    }

    @Test func `what is sealed under a passphrase opens with that passphrase alone`() async throws {
        let world = try await SmallWorld()
        let directory = try TemporaryDirectory()
        let sealed = directory.path("ben.sealed")
        let made = try await world.command(
            "export", "--person", "ben", "--out", sealed, "--passphrase", input: "correct horse\n")
        #expect(made.exit == .code(0), "\(made.errors)")
        let wrong = try await Program.run(
            ["export", "open", sealed, "--passphrase", "--out", directory.path("x.tar")], input: "wrong horse\n")
        #expect(wrong.exit == .code(4))
        let right = try await Program.run(
            ["export", "open", sealed, "--passphrase", "--out", directory.path("ben.tar")], input: "correct horse\n")
        #expect(right.exit == .code(0), "\(right.errors)")
    }
}
