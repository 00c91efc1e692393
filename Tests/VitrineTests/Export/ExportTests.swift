import Foundation
import Testing
import VitrineTesting

@testable import vitrine

@Suite(.timeLimit(.minutes(30))) struct ExportTests {
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
        let keys = try await Program.run(["keys", "recipient", "--out", directory.path("a.key")])
        _ = try await Program.run(["keys", "recipient", "--out", directory.path("b.key")])
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
        func words(_ text: String) throws -> String {
            let file = directory.path(text)
            if !FileManager.default.fileExists(atPath: file) { try DurableFile.write(Array(text.utf8), toNew: file) }
            return file
        }
        let sealed = directory.path("ben.sealed")
        let made = try await world.command(
            "export", "--person", "ben", "--out", sealed, "--passphrase-file", try words("correct horse"))
        #expect(made.exit == .code(0), "\(made.errors)")
        let wrong = try await Program.run(
            [
                "export", "open", sealed, "--passphrase-file", try words("wrong and horse"), "--out",
                directory.path("x.tar"),
            ])
        #expect(wrong.exit == .code(4))
        let right = try await Program.run(
            [
                "export", "open", sealed, "--passphrase-file", try words("correct horse"), "--out",
                directory.path("ben.tar"),
            ])
        #expect(right.exit == .code(0), "\(right.errors)")
    }
}
