import Domain
import Foundation
import PolicyEngine

/// The small policy of `policies/tests/runner/policy`, against which the tools are tried.
enum SmallPolicy {
    static let folder = URL(filePath: ShippedPolicy.directory).appending(path: "tests/runner")

    /// The policy with suites, each under the name of its file.
    static func load(suites: [(name: String, text: String)] = []) throws -> PolicySet {
        let files = try policyFiles() + suites.map { ("tests/\($0.name)", $0.text) }
        return try PolicyLoader(digest: ShippedPolicy.digest).load(PolicyFiles(files: files), taxonomy: taxonomy())
    }

    static func policyFiles() throws -> [(String, String)] {
        let names = ["aggregates", "disclosure", "release", "sensitive", "shop", "sources"]
        return try names.map { ("\($0).yaml", try text("policy/\($0).yaml")) }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    static func taxonomy() throws -> Taxonomy {
        let rows = try text("policy/categories.tsv").split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        return try Taxonomy(
            rows.enumerated().map { number, row in
                Category(
                    number: UInt32(number + 1), id: String(row[0]), parentID: row[1].isEmpty ? nil : String(row[1]),
                    name: LocalizedText(en: row[2].components(separatedBy: " > ").last, zh: nil))
            })
    }
}
