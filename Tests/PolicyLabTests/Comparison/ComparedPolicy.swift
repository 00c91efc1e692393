import Domain
import PolicyEngine
import Testing

/// A small policy to be compared with bent copies of itself.
enum ComparedPolicy {
    /// The policy, with pieces of its files replaced.
    static func load(_ bends: Bend...) throws -> Policy {
        try load(bends)
    }

    static func load(_ bends: [Bend]) throws -> Policy {
        let bent = try files.map { name, text in
            try (
                name,
                bends.filter { $0.file == name }.reduce(text) { text, bend in
                    guard text.contains(bend.old) else { throw NothingReplacedError() }
                    return text.replacing(bend.old, with: bend.new)
                }
            )
        }
        return try PolicyLoader(digest: digest).load(PolicyFiles(files: bent)).policy
    }

    /// A piece of a file, and what stands there instead.
    struct Bend: Sendable {
        let file: String
        let old: String
        let new: String

        init(_ file: String, _ old: String, _ new: String) {
            self.file = file + ".yaml"
            self.old = old
            self.new = new
        }
    }

    struct NothingReplacedError: Error {}

    /// Food with wine, health with an ordinary corner, sports, and media.
    static func taxonomy() throws -> Taxonomy {
        let ids = [
            "fb", "fb-1", "fb-1-1", "fb-1-2", "fb-2", "hb", "hb-1", "hb-1-1", "hb-1-2", "hb-2", "sp", "sp-1", "sp-1-1",
            "me", "me-1",
        ]
        return try Taxonomy(
            ids.enumerated().map { index, id in
                let parent = id.split(separator: "-").dropLast().joined(separator: "-")
                return Category(
                    number: UInt32(index + 1), id: id, parentID: parent.isEmpty ? nil : parent,
                    name: LocalizedText(en: id.uppercased(), zh: nil))
            })
    }

    /// FNV-1a of 64 bits: enough to tell revisions apart.
    static let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }

    private static let files = [
        (
            "sources.yaml",
            """
            sources:
              - { id: promise, title: P, reference: https://example.org, demands: { en: Show little, zh: 少展示 } }
            """
        ),
        (
            "sensitive.yaml",
            """
            taxonomy: small-1
            classes:
              - { id: ordinary, tier: ordinary, name: { en: Ordinary, zh: 普通 }, because: [promise] }
              - { id: fitness, tier: owner-decides, name: { en: Fitness, zh: 健身 }, because: [promise] }
              - { id: media, tier: owner-decides, name: { en: Media, zh: 书 }, because: [promise] }
              - { id: alcohol, tier: coarsen, name: { en: Alcohol, zh: 酒 }, because: [promise] }
              - { id: gambling, tier: coarsen, name: { en: Gambling, zh: 博彩 }, because: [promise] }
              - { id: health, tier: withhold, name: { en: Health, zh: 健康 }, because: [promise] }
            roots:
              - { class: ordinary, nodes: [fb, hb, sp], because: [promise] }
              - { class: media, nodes: [me], because: [promise] }
              - { class: alcohol, nodes: [fb-1], because: [promise] }
              - { class: health, nodes: [hb-1], because: [promise] }
              - { class: fitness, nodes: [sp-1], because: [promise] }
            terms:
              - { class: health, en: [condom, HIV], zh: [避孕套], unless: { en: [balloon] }, because: [promise] }
              - { class: fitness, en: [whey], because: [promise] }
            """
        ),
        (
            "disclosure.yaml",
            """
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
              owner-decides: { close-friends: hint, friends: hint, friends-of-friends: nothing, everyone: nothing }
              coarsen: { close-friends: hint, friends: hint, friends-of-friends: nothing, everyone: nothing }
            grants:
              - id: owners
                when: { audience: self }
                disclose: { product: exact, time: minute, price: exact, quantity: exact, shop: named }
                because: [promise]
              - { id: window, when: { kind: [pick, shop], audience: everyone }, disclose: full, because: [promise] }
              - id: close-ordinary
                when: { kind: purchase, audience: close-friends, tier: ordinary }
                disclose: product
                because: [promise]
              - id: friends-ordinary
                when: { kind: purchase, audience: friends, tier: ordinary }
                disclose: { product: category, time: month, price: band }
                because: [promise]
              - id: friends-opted-in
                when: { kind: purchase, audience: friends, tier: [owner-decides, coarsen] }
                disclose: { product: department, time: month }
                because: [promise]
            limits:
              - { id: withheld, when: { tier: withhold, audience: close-friends }, disclose: nothing, because: [promise] }
              - { id: bottles, when: { kind: [pick, shop, offer], tier: coarsen, audience: close-friends }, disclose: nothing, because: [promise] }
              - { id: minors, when: { minor: true, audience: close-friends }, disclose: nothing, because: [promise] }
              - { id: old, when: { kind: purchase, age: { from: 24 }, audience: close-friends }, disclose: nothing, because: [promise] }
              - { id: gifts, when: { kind: purchase, thirdParty: true, audience: close-friends }, disclose: { product: department, time: month, price: none, quantity: none, shop: none }, because: [promise] }
            """
        ),
        (
            "release.yaml",
            """
            settle: { minute: 0, day: 36, week: 48, month: 72, quarter: 120 }
            raiseHold: 2
            epoch: day
            """
        ),
        (
            "aggregates.yaml",
            """
            k: 5
            priceBands:
              default: [0, 1000, 2500]
              JPY: [0, 1000, 3000]
            """
        ),
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
}

extension ComparedPolicy.Bend: CustomTestStringConvertible {
    var testDescription: String { "\(file): \(old) -> \(new)" }
}
