package import PolicyEngine

/// A small policy with a class of every tier, to be bent by tests.
package enum SamplePolicy {
    /// The policy, with pieces of its files replaced.
    package static func load(
        replacing pieces: [(old: String, new: String)] = [], retention: String? = nil
    ) throws -> Policy {
        if pieces.isEmpty, retention == nil { return try unbent.get() }
        return try parse(pieces, retention: retention)
    }

    /// The policy with all food and drink among what is withheld.
    package static func withholdingDrinks() throws -> Policy {
        try parse(
            [],
            sensitive: sensitive.replacing("nodes: [fb, hb, sp, ga, ho]", with: "nodes: [hb, sp, ga, ho]")
                .replacing("class: health, nodes: [hb-1]", with: "class: health, nodes: [hb-1, fb]"))
    }

    /// Read once for all tests.
    private static let unbent = Result { try parse([]) }

    private static func parse(
        _ pieces: [(old: String, new: String)], sensitive: String = sensitive, retention: String? = nil
    ) throws -> Policy {
        var files: [(name: String, text: String)] = [
            ("sources.yaml", sources), ("sensitive.yaml", sensitive), ("disclosure.yaml", disclosure),
            ("release.yaml", release), ("aggregates.yaml", aggregates), ("shop.yaml", shop),
        ]
        if let retention { files.append(("retention.yaml", retention)) }
        for piece in pieces {
            guard files.contains(where: { $0.text.contains(piece.old) }) else { throw WorldError.nothingReplaced }
            for index in files.indices { files[index].text = files[index].text.replacing(piece.old, with: piece.new) }
        }
        return try PolicyLoader(digest: fingerprint).load(PolicyFiles(files: files)).policy
    }

    /// FNV-1a of 64 bits: enough to tell revisions apart.
    private static let fingerprint: @Sendable ([UInt8]) -> [UInt8] = { bytes in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }

    private static let sources = """
        sources:
          - id: promise
            title: The promise
            reference: https://example.org/promise
            demands: { en: Show little, zh: 少展示 }
        """

    private static let sensitive = """
        taxonomy: sample-1
        classes:
          - { id: ordinary, tier: ordinary, name: { en: Ordinary, zh: 普通 }, because: [promise] }
          - { id: fitness, tier: owner-decides, name: { en: Fitness, zh: 健身 }, because: [promise] }
          - { id: alcohol, tier: coarsen, name: { en: Alcohol, zh: 酒 }, because: [promise] }
          - { id: health, tier: withhold, name: { en: Health, zh: 健康 }, because: [promise] }
        roots:
          - { class: ordinary, nodes: [fb, hb, sp, ga, ho], because: [promise] }
          - { class: alcohol, nodes: [fb-1-1], because: [promise] }
          - { class: health, nodes: [hb-1], because: [promise] }
          - { class: fitness, nodes: [sp-1], because: [promise] }
        terms:
          - { class: health, en: [condom], zh: [避孕套], because: [promise] }
        """

    private static let disclosure = """
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
          - { id: owners, when: { audience: self }, disclose: full, because: [promise] }
          - id: window
            when: { kind: [pick, shop, offer, milestone], audience: everyone }
            disclose: full
            because: [promise]
          - id: close-ordinary
            when: { kind: purchase, audience: close-friends, tier: ordinary }
            disclose: full
            because: [promise]
          - id: friends-ordinary
            when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: week, price: band }
            because: [promise]
          - id: friends-of-friends-ordinary
            when: { kind: purchase, audience: friends-of-friends, tier: ordinary }
            disclose: { product: category, time: month }
            because: [promise]
          - id: everyone-ordinary
            when: { kind: purchase, audience: everyone, tier: ordinary }
            disclose: { product: department, time: month }
            because: [promise]
          - id: close-opted-in
            when: { kind: purchase, audience: close-friends, tier: owner-decides }
            disclose: { product: exact, time: week, price: band }
            because: [promise]
          - id: friends-opted-in
            when: { kind: purchase, audience: friends, tier: owner-decides }
            disclose: { product: category, time: month, price: band }
            because: [promise]
          - id: friends-coarsened
            when: { kind: purchase, audience: friends, tier: coarsen }
            disclose: { product: department, time: month }
            because: [promise]
        limits:
          - { id: withheld, when: { tier: withhold, audience: close-friends }, disclose: nothing, because: [promise] }
          - id: coarsened-window
            when: { kind: [pick, shop, offer, milestone], tier: coarsen, audience: close-friends }
            disclose: nothing
            because: [promise]
          - { id: minors, when: { minor: true, audience: close-friends }, disclose: nothing, because: [promise] }
          - id: private
            when: { kind: purchase, private: true, audience: close-friends }
            disclose: nothing
            because: [promise]
          - id: old
            when: { kind: purchase, age: { from: 24 }, audience: close-friends }
            disclose: nothing
            because: [promise]
          - id: third-parties
            when: { kind: purchase, thirdParty: true, audience: close-friends }
            disclose: { product: department, time: month, price: none, quantity: none, shop: none }
            because: [promise]
        """

    private static let release = """
        settle: { minute: 0, day: 36, week: 48, month: 72, quarter: 120 }
        raiseHold: 2
        epoch: day
        """

    private static let aggregates = """
        k: 5
        priceBands:
          default: [0, 1000, 2500]
        """

    private static let shop = """
        slots: 4
        lockHours: 72
        pickable: [ordinary, owner-decides]
        nameLength: 40
        lineLength: 140
        """
}
