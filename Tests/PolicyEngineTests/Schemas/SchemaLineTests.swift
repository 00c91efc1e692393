import Foundation
import PolicyEngine
import Testing

/// That editors find the schema of every shipped file.
struct SchemaLineTests {
    private static let root = URL(filePath: ShippedPolicy.directory).resolvingSymlinksInPath()

    /// The shipped files, by their paths from the policies' folder; suites that must fail are told apart by line numbers.
    private static let files =
        (FileManager.default.subpaths(atPath: root.path) ?? [])
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("tests/runner/") }.sorted()

    @Test func `there are files of every kind`() {
        let kinds = Set(Self.files.map(Self.kind))
        #expect(kinds == Set(PolicySchemas.schemas().map(\.name)))
    }

    @Test(arguments: files) func `the first line of a file names its schema`(_ file: String) throws {
        let url = Self.root.appending(path: file)
        let line = try #require(try String(contentsOf: url, encoding: .utf8).split(separator: "\n").first)
        let path = try #require(line.wholeMatch(of: /# yaml-language-server: \$schema=(\S+)/)?.1)
        let schema = url.deletingLastPathComponent().appending(path: String(path)).standardizedFileURL
        let expected = Self.root.appending(path: "schema/\(Self.kind(file)).schema.json").standardizedFileURL
        #expect(schema.path == expected.path)
        #expect(FileManager.default.fileExists(atPath: schema.path))
    }

    private static func kind(_ file: String) -> String {
        let parts = file.split(separator: "/")
        return parts.dropLast().last == "tests" ? "suite" : String(parts.last?.dropLast(".yaml".count) ?? "")
    }
}
