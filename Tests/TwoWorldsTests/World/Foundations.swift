import Domain
import Foundation
import PolicyEngine
import Sealing
import Storage
import VitrineTesting

/// What all worlds stand on: the policy that ships, the departments of its taxonomy that are used here, one root key.
struct Foundations: Sendable {
    let policy: Policy
    let categories: [CategoryDraft]
    let products: [ProductDraft]
    private let directory: TemporaryDirectory

    static let shared = Result { try Foundations() }

    private static let departments: Set<String> = ["hg", "fb", "me", "hb", "el"]

    private init() throws {
        let policies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../policies").path
        let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
            let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            return withUnsafeBytes(of: hash) { Array($0) }
        }
        policy = try PolicyLoader(digest: digest).load(PolicyFiles(directory: policies)).policy
        let lines = try String(contentsOfFile: policies + "/categories.tsv", encoding: .utf8).split(separator: "\n")
        categories = lines.dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let department = fields[0].prefix { $0 != "-" }
            guard Self.departments.contains(String(department)) else { return nil }
            return CategoryDraft(
                id: String(fields[0]), parentID: fields[1].isEmpty ? nil : String(fields[1]),
                name: LocalizedText(en: fields[2].components(separatedBy: " > ").last, zh: nil))
        }
        products = try Goods.drafts
        directory = try TemporaryDirectory()
        try RootKey.generate().write(toNewFile: directory.path("root.key"))
    }

    /// The root key, the same for every world.
    func root() throws -> RootKey { try RootKey(contentsOfFile: directory.path("root.key")) }
}
