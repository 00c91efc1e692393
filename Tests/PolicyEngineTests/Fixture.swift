import Domain
import PolicyEngine

/// A small policy that loads, to be bent by tests.
enum Fixture {
    /// FNV-1a of 64 bits: enough to tell revisions apart in tests.
    static let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }

    static let sources = """
        sources:
          - id: product-promise
            title: The promise
            reference: https://example.org/promise
            demands: { en: Show little, zh: 少展示 }
          - id: gdpr-9
            title: Article 9
            reference: https://example.org/gdpr
            demands: { en: Keep health private, zh: 健康保密 }
        """

    static let sensitive = """
        taxonomy: small-1
        classes:
          - id: ordinary
            tier: ordinary
            name: { en: Ordinary goods, zh: 普通商品 }
            because: [product-promise]
          - id: fitness
            tier: owner-decides
            name: { en: Fitness, zh: 健身 }
            because: [product-promise]
          - id: alcohol
            tier: coarsen
            name: { en: Alcohol, zh: 酒 }
            because: [gdpr-9]
          - id: health
            tier: withhold
            name: { en: Health, zh: 健康 }
            because: [gdpr-9]
        roots:
          - class: ordinary
            nodes: [fb, hb, me]
            because: [product-promise]
          - class: alcohol
            nodes: [fb-1]
            because: [gdpr-9]
          - class: health
            nodes: [hb-1, me-2]
            because: [gdpr-9]
          - class: ordinary
            nodes: [hb-1-3]
            because: [product-promise]
        terms:
          - class: health
            en: [condom, morning after pill, HIV]
            zh: [避孕套, 安全套]
            unless: { en: [condom shaped balloon], zh: [安全套装] }
            because: [gdpr-9]
          - class: alcohol
            en: [whisky]
            zh: [白酒]
            because: [gdpr-9]
        """

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
            because: [product-promise]
          - id: close-friends-see-products
            when: { kind: purchase, audience: close-friends, tier: ordinary }
            disclose: product
            because: [product-promise]
          - id: friends-see-months
            when: { kind: purchase, audience: friends, tier: [ordinary, owner-decides] }
            disclose: { product: category, time: month, price: band }
            because: [product-promise]
          - id: friends-see-hints-of-alcohol
            when: { kind: purchase, audience: friends, class: alcohol }
            disclose: hint
            because: [gdpr-9]
          - id: everyone-sees-shops
            when: { kind: [shop, pick], audience: everyone, class: [ordinary, health] }
            disclose: full
            because: [product-promise]
        limits:
          - id: health-is-withheld
            when: { class: health, audience: close-friends }
            disclose: nothing
            because: [gdpr-9]
          - id: old-purchases-leave
            when: { kind: purchase, age: { from: 24 }, audience: close-friends }
            disclose: nothing
            because: [product-promise]
          - id: third-parties-are-hinted-at
            when: { kind: purchase, thirdParty: true, audience: friends }
            disclose: { product: department }
            because: [product-promise]
          - id: minors-share-nothing
            when: { minor: true, audience: close-friends }
            disclose: nothing
            because: [product-promise]
        """

    static let release = """
        settle: { minute: 0, day: 36, week: 48, month: 72, quarter: 120 }
        raiseHold: 2
        epoch: day
        """

    static let aggregates = """
        k: 5
        priceBands:
          default: [0, 1000, 2500]
          JPY: [0, 1000, 3000]
        """

    static let shop = """
        slots: 4
        lockHours: 72
        pickable: [ordinary, owner-decides]
        nameLength: 40
        lineLength: 140
        """

    static let files = [
        ("sources.yaml", sources), ("sensitive.yaml", sensitive), ("disclosure.yaml", disclosure),
        ("release.yaml", release), ("aggregates.yaml", aggregates), ("shop.yaml", shop),
    ]

    /// An overlay that narrows the fixture in every way.
    static let overlay = """
        overlay:
          id: narrow
          title: { en: Narrower, zh: 更窄 }
          because: [own-law]
        sources:
          - id: own-law
            title: A law of our own
            reference: https://example.org/law
            demands: { en: Show less, zh: 更少展示 }
        classes:
          - id: spirits
            tier: coarsen
            name: { en: Spirits, zh: 烈酒 }
            because: [own-law]
        tiers:
          - class: alcohol
            tier: withhold
            because: [own-law]
        roots:
          - class: spirits
            nodes: [fb-2]
            because: [own-law]
        terms:
          - class: spirits
            en: [vodka]
            because: [own-law]
        limits:
          - id: friends-do-not-see-fitness
            when: { class: fitness, audience: friends }
            disclose: nothing
            because: [own-law]
        thresholds: { k: 8, goods: 6, ordinaryShare: 85, classShare: 5 }
        release: { settle: { month: 96 } }
        shop: { pickable: [ordinary] }
        """

    /// The fixture with one piece of one file replaced.
    static func files(_ name: String, replacing old: String, with new: String) -> PolicyFiles {
        PolicyFiles(files: files.map { ($0.0, $0.0 == name ? $0.1.replacing(old, with: new) : $0.1) })
    }

    static func load(_ files: PolicyFiles = PolicyFiles(files: files)) throws -> Policy {
        try PolicyLoader(digest: digest).load(files).policy
    }

    /// Food with wine, health goods with an ordinary corner, media, and a department that no root covers.
    static func taxonomy() throws -> Taxonomy {
        let ids = [
            "fb", "fb-1", "fb-1-1", "fb-1-2", "fb-2", "hb", "hb-1", "hb-1-1", "hb-1-3", "hb-1-3-1", "hb-2", "me",
            "me-1",
            "me-2", "zz", "zz-1",
        ]
        return try Taxonomy(
            ids.enumerated().map { number, id in
                let parent = id.split(separator: "-").dropLast().joined(separator: "-")
                return Category(
                    number: UInt32(number + 1), id: id, parentID: parent.isEmpty ? nil : parent,
                    name: LocalizedText(en: id, zh: nil))
            })
    }
}
