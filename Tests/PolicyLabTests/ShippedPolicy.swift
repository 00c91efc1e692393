import Domain
import Foundation
import PolicyEngine

/// The policy, the suites and the compact tree of categories that ship with the product.
enum ShippedPolicy {
    static let directory = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "policies").path

    /// FNV-1a of 64 bits: enough to tell revisions apart in tests.
    static let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }

    static func load() throws -> PolicySet {
        try PolicyLoader(digest: digest).load(PolicyFiles(directory: directory), taxonomy: taxonomy())
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
