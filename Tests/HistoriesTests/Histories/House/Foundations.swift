import Disclosure
import Domain
import Foundation
import PolicyEngine
import Sealing
import Storage
import StorageSQLite
import VitrineTesting

/// What all histories begin with: three policies, and a data directory that holds a catalogue and nobody.
struct Foundations: Sendable {
    static let shared = Result { try Foundations() }

    let policies: [PolicyVariant: Policy]
    private let directory: TemporaryDirectory
    private let files: [String: Data]

    /// The folder of a policy, as commands read it.
    func folder(of variant: PolicyVariant) -> String { directory.path("policy-\(variant.rawValue)") }

    /// The parts of the taxonomy that the goods stand in; the whole would be read again at every start.
    private static let parts = ["hg-11", "fb-1", "fb-2-3", "me-1", "hb-1-15"]

    private static func isPart(_ id: String) -> Bool {
        parts.contains { id == $0 || id.hasPrefix($0 + "-") || $0.hasPrefix(id + "-") }
    }

    private init() throws {
        directory = try TemporaryDirectory()
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../policies").path
        var policies: [PolicyVariant: Policy] = [:]
        for variant in PolicyVariant.allCases {
            let folder = directory.path("policy-\(variant.rawValue)")
            try Self.write(variant, from: shipped, to: folder)
            let loader = PolicyLoader(digest: { PublicDigest.blake2b256($0) })
            policies[variant] = try loader.load(PolicyFiles(directory: folder)).policy
        }
        self.policies = policies
        let root = directory.path("root.key")
        try RootKey.generate().write(toNewFile: root)
        files = ["root.key": try Data(contentsOf: URL(filePath: root)), "rehearsal": Data()]
    }

    /// The texts of the policy that ships, with what the variant says otherwise.
    private static func write(_ variant: PolicyVariant, from shipped: String, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: shipped) where name.hasSuffix(".yaml") {
            // Invariants prove policies, and decide nothing.
            if variant != .base, name == "invariants.yaml" { continue }
            var text = try String(contentsOfFile: "\(shipped)/\(name)", encoding: .utf8)
            func replace(_ former: String, by text2: String) throws {
                guard text.contains(former) else { throw Absent.here(former) }
                text = text.replacing(former, with: text2)
            }
            switch (variant, name) {
            case (.wide, "disclosure.yaml"):
                try replace(
                    "category: { product: category, time: month, price: band }",
                    by: "category: { product: exact, time: week, price: band }")
            case (.wide, "sensitive.yaml"):
                try replace("- id: alcohol\n    tier: coarsen", by: "- id: alcohol\n    tier: owner-decides")
            case (.narrow, "sensitive.yaml"):
                try replace("- id: media-choice\n    tier: owner-decides", by: "- id: media-choice\n    tier: withhold")
            default: break
            }
            try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        }
    }

    /// The files of a data directory with a catalogue and nobody, once made.
    private static let template = Task<[String: Data], any Error> {
        let foundations = try shared.get()
        let directory = try TemporaryDirectory()
        let random = HistoryRandom(seed: 1)
        let keys = try SQLiteKeyStore.create(path: directory.path("keys.db"))
        var batch = SealedBatch()
        batch.put(try KeyHierarchy.makeSeed(root: foundations.root(), random: random), at: KeyHierarchy.seedAddress)
        try await keys.commit(batch)
        let records = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        _ = try await records.replaceCategories(try foundations.categories())
        _ = try await records.putProducts(try foundations.products())
        try records.close()
        try keys.close()
        var files = foundations.files
        for name in ["keys.db", "vitrine.db"] {
            files[name] = try Data(contentsOf: URL(filePath: directory.path(name)))
        }
        return files
    }

    /// Makes a data directory.
    static func lay(_ path: String) async throws {
        for (name, bytes) in try await template.value {
            let file = "\(path)/\(name)"
            guard FileManager.default.createFile(atPath: file, contents: bytes, attributes: [.posixPermissions: 0o600])
            else { throw Absent.here(name) }
        }
    }

    func root() throws -> RootKey { try RootKey(contentsOfFile: directory.path("root.key")) }

    private func categories() throws -> [CategoryDraft] {
        let shipped = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../policies/categories.tsv").path
        return try String(contentsOfFile: shipped, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
            line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard Self.isPart(String(fields[0])) else { return nil }
            return CategoryDraft(
                id: String(fields[0]), parentID: fields[1].isEmpty ? nil : String(fields[1]),
                name: LocalizedText(en: String(fields[2].split(separator: ">").last ?? "").trimmed, zh: nil))
        }
    }

    private func products() throws -> [ProductDraft] {
        let named = Goods.all.map { ($0, Goods.shelves[$0], $0 == Goods.box ? Goods.tellingTitle : nil) }
        return try (named + Goods.fillers.map { ($0.id, $0.shelf, nil) }).map { id, shelf, titleZh in
            guard let product = ProductID(id), let currency = Currency("CNY") else { throw Absent.here(id) }
            return ProductDraft(
                id: product, title: LocalizedText(en: "Good \(id)", zh: titleZh), categoryID: shelf, brand: nil,
                listPrice: Money(minorUnits: Goods.price(of: id), currency: currency), exclusivePrice: nil,
                status: .listed)
        }
    }
}

/// Something that a history counts on is not there.
enum Absent: Error {
    case here(String)

    static func orThrow<Value>(_ value: Value?, _ name: String) throws(Absent) -> Value {
        guard let value else { throw .here(name) }
        return value
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

/// Bytes that are the same for the same seed, and never the same run twice.
final class HistoryRandom: RandomSource {
    private let random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    func bytes(_ count: Int) -> [UInt8] { random.bytes(count) }
}
