import Domain
import Foundation
import PolicyEngine

/// A small policy that keeps its promises, to be bent by tests.
enum ProofFixture {
    /// FNV-1a of 64 bits: enough to tell revisions apart in tests.
    static let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }

    static let disclosure = """
        labels: { department: 1, category: 2 }
        preimage: { goods: 5 }
        telling: { ordinaryShare: 80, ordinaryCount: 20, classShare: 10 }
        levels:
          nothing: nothing
          hint: { product: department, time: month }
          category: { product: category, time: month, price: band }
          product: { product: exact, time: week, price: band }
          full: { product: exact, time: minute, price: exact, quantity: exact, shop: named }
        defaults:
          ordinary: { close-friends: product, friends: category, friends-of-friends: nothing, everyone: nothing }
          owner-decides: { close-friends: category, friends: category, friends-of-friends: nothing, everyone: nothing }
          coarsen: { close-friends: hint, friends: hint, friends-of-friends: nothing, everyone: nothing }
        grants:
          - id: owners-see-all
            when: { audience: self }
            disclose: full
            because: [promise]
          - id: friends-see-months
            when: { kind: purchase, audience: friends, tier: [ordinary, owner-decides] }
            disclose: { product: category, time: month, price: band }
            because: [promise]
          - id: friends-see-hints
            when: { kind: purchase, audience: friends, tier: coarsen }
            disclose: hint
            because: [promise]
          - id: everyone-sees-picks
            when: { kind: pick, audience: everyone }
            disclose: full
            because: [promise]
        limits:
          - id: health-is-withheld
            when: { tier: withhold, audience: close-friends }
            disclose: nothing
            because: [promise]
          - id: alcohol-is-not-picked
            when: { kind: pick, tier: coarsen, audience: close-friends }
            disclose: nothing
            because: [promise]
          - id: old-purchases-leave
            when: { kind: purchase, age: { from: 24 }, audience: close-friends }
            disclose: nothing
            because: [promise]
          - id: minors-share-nothing
            when: { minor: true, audience: close-friends }
            disclose: nothing
            because: [promise]
        """

    static let sensitive = """
        taxonomy: small-1
        classes:
          - { id: ordinary, tier: ordinary, name: { en: Ordinary, zh: 普通 }, because: [promise] }
          - { id: fitness, tier: owner-decides, name: { en: Fitness, zh: 健身 }, because: [promise] }
          - { id: alcohol, tier: coarsen, name: { en: Alcohol, zh: 酒 }, because: [promise] }
          - { id: gambling, tier: coarsen, name: { en: Gambling, zh: 博彩 }, because: [promise] }
          - { id: health, tier: withhold, name: { en: Health, zh: 健康 }, because: [promise] }
        roots:
          - { class: ordinary, nodes: [fb], because: [promise] }
          - { class: alcohol, nodes: [fb-1], because: [promise] }
          - { class: fitness, nodes: [fb-3], because: [promise] }
          - { class: gambling, nodes: [fb-4], because: [promise] }
          - { class: health, nodes: [fb-5], because: [promise] }
        terms:
          - { class: health, en: [condom], zh: [避孕套], because: [promise] }
          - { class: alcohol, en: [whisky, whisky bottle], because: [promise] }
        """

    static let files = [
        ("disclosure.yaml", disclosure), ("sensitive.yaml", sensitive),
        (
            "sources.yaml",
            "sources: [{ id: promise, title: A, reference: b, demands: { en: Show little, zh: 少展示 } }]"
        ),
        (
            "release.yaml",
            """
            settle: { minute: 0, day: 36, week: 48, month: 72, quarter: 120 }
            raiseHold: 2
            epoch: day
            """
        ),
        ("aggregates.yaml", "k: 5\npriceBands: { default: [0, 1000] }"),
        (
            "shop.yaml",
            """
            slots: 4
            lockHours: 72
            pickable: [ordinary]
            nameLength: 40
            lineLength: 140
            """
        ),
    ]

    /// The policy with one piece of one file replaced.
    static func policy(_ name: String = "", replacing old: String = "", with new: String = "") throws -> Policy {
        let changed = files.map { ($0.0, $0.0 == name ? $0.1.replacing(old, with: new) : $0.1) }
        return try PolicyLoader(digest: digest).load(PolicyFiles(files: changed)).policy
    }

    /// The policy with invariants as `invariants.yaml` would have them, after `id`, `says` and `because`.
    static func invariants(_ claims: String...) throws -> [Invariant] {
        let entries = claims.enumerated().map { number, claim in
            """
              - id: claim-\(number)
                says: { en: So it is, zh: 如此 }
                because: [promise]
                \(claim)
            """
        }
        let text = "invariants:\n" + entries.joined(separator: "\n")
        return try PolicyLoader(digest: digest).load(PolicyFiles(files: files + [("invariants.yaml", text)])).invariants
    }

    /// A department with so many leaves of each class.
    static func taxonomy(
        ordinary: Int = 60, alcohol: Int = 2, fitness: Int = 2, gambling: Int = 2, health: Int = 1
    ) throws -> Taxonomy {
        var ids = ["fb"]
        for (group, count) in [(1, alcohol), (2, ordinary), (3, fitness), (4, gambling), (5, health)] {
            ids.append("fb-\(group)")
            ids += (0..<count).map { "fb-\(group)-\($0)" }
        }
        return try Taxonomy(
            ids.enumerated().map { number, id in
                let parent = id.split(separator: "-").dropLast().joined(separator: "-")
                return Category(
                    number: UInt32(number + 1), id: id, parentID: parent.isEmpty ? nil : parent,
                    name: LocalizedText(en: id, zh: nil))
            })
    }

    static let shippedDirectory = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "policies").path

    static func shipped() throws -> PolicySet {
        try PolicyLoader(digest: digest).load(PolicyFiles(directory: shippedDirectory))
    }

    static func shippedTaxonomy() throws -> Taxonomy {
        let text = try String(contentsOfFile: shippedDirectory + "/categories.tsv", encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map {
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
