import Domain
import Foundation
import PolicyEngine

/// The policy and the compact tree of categories that ship with the product.
enum ShippedPolicy {
    static let directory = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "policies").path

    static func load() throws -> Policy {
        try PolicyLoader(digest: Fixture.digest).load(PolicyFiles(directory: directory)).policy
    }

    static func taxonomy() throws -> Taxonomy {
        let text = try String(contentsOfFile: directory + "/categories.tsv", encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        let categories = rows.enumerated().map { number, row in
            Category(
                number: UInt32(number + 1), id: String(row[0]), parentID: row[1].isEmpty ? nil : String(row[1]),
                name: LocalizedText(
                    en: row[2].components(separatedBy: " > ").last, zh: row[3].components(separatedBy: " > ").last))
        }
        return try Taxonomy(categories)
    }
}
