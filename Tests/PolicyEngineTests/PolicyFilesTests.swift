import Foundation
import PolicyEngine
import Testing

struct PolicyFilesTests {
    @Test func `a directory that is not there is told`() {
        #expect(Self.mistake("/nowhere/policies") == "there is no directory `/nowhere/policies`")
    }

    @Test func `a file is no directory`() throws {
        try Folder.with(["shop.yaml": Data("slots: 4".utf8)]) { folder in
            #expect(
                Self.mistake(folder + "/shop.yaml")
                    == "`\(folder)/shop.yaml` is a file, not a directory of policy files")
        }
    }

    @Test func `a directory without YAML holds no policy`() throws {
        try Folder.with(["README.md": Data("hello".utf8), "tests/a.yaml": Data("suite: a".utf8)]) { folder in
            #expect(
                Self.mistake(folder + "/") == "the directory `\(folder)` holds no policy: there is no `*.yaml` in it")
        }
    }

    @Test func `a line that is not UTF-8 is named`() throws {
        try Folder.with(["shop.yaml": Data("slots: 4\nname: ".utf8) + Data([0xD6, 0xD0, 0x0A])]) { folder in
            #expect(Self.mistake(folder) == "\(folder)/shop.yaml:2: error: the line is not UTF-8")
        }
    }

    @Test func `a file that cannot be opened is told`() throws {
        try Folder.with([:]) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/shop.yaml", withDestinationPath: folder + "/gone")
            #expect(Self.mistake(folder) == "the file `\(folder)/shop.yaml` cannot be read: check its permissions")
        }
    }

    @Test func `schemas, overlays and the suites of the runner are left alone`() throws {
        var files = Dictionary(uniqueKeysWithValues: Fixture.files.map { ($0.0, Data($0.1.utf8)) })
        for name in ["schema/shop.yaml", "overlays/own/overlay.yaml", "tests/runner/wrong.yaml", "notes.txt"] {
            files[name] = Data("not: [a, policy".utf8)
        }
        try Folder.with(files) { folder in
            let policy = try Fixture.load(PolicyFiles(directory: folder))
            #expect(policy.revision == (try Fixture.load()).revision)
        }
    }

    @Test func `a misnamed file is told and not passed over`() throws {
        var files = Dictionary(uniqueKeysWithValues: Fixture.files.map { ($0.0, Data($0.1.utf8)) })
        files["shop.yml"] = Data("slots: 4".utf8)
        files["tests/a.yml"] = Data("suite: a".utf8)
        try Folder.with(files) { folder in
            let rendered = DiagnosticTests.rendered(try PolicyFiles(directory: folder))
            #expect(
                rendered == """
                    \(folder)/shop.yml:1:1: error: unknown policy file `shop.yml`
                     1 | slots: 4
                       | ^
                       = did you mean `shop.yaml`?
                       = expected one of `aggregates.yaml`, `disclosure.yaml`, `release.yaml`, `sensitive.yaml`, \
                    `shop.yaml`, `sources.yaml`, `invariants.yaml`, `retention.yaml`
                    \(folder)/tests/a.yml:1:1: error: unknown suite `a.yml`
                     1 | suite: a
                       | ^
                       = expected a name that ends in `.yaml`
                    """)
        }
    }

    private static func mistake(_ directory: String) -> String {
        do {
            _ = try PolicyFiles(directory: directory)
            return "no mistake was found"
        } catch {
            return String(describing: error)
        }
    }
}
