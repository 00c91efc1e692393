/// What is held against the small policy: an invariant of every claim, and a suite with everything that suites may have.
extension Fixture {
    static let retention = """
        keep:
          purchases: 10 years
          visits: 1 month
          backups: 13 months
        because: [gdpr-9]

        """

    static let invariants = """
        invariants:
          - id: withheld
            says: { en: Withheld, zh: 不披露 }
            because: [gdpr-9]
            given:
              kind: [purchase]
              audience: friends
              class: [health, alcohol]
              tier: [withhold, coarsen]
              age: { from: 1, below: 30 }
              minor: false
              private: true
              thirdParty: false
              blocked: true
              sharing: false
              optedIn: true
              level: [unchosen, hint]
              override: hidden
            disclosure: nothing
        \(claims.map { "  - { id: \($0), says: { en: So, zh: 是 }, because: [gdpr-9], \($1) }" }.joined(separator: "\n"))
        """

    private static let claims = [
        ("at-most", "atMost: { product: category, time: month }"),
        ("at-least", "given: { settings: untouched }, atLeast: hint"),
        ("never", "never: { product: [exact, brand], time: day, price: exact, quantity: exact, shop: named }"),
        ("closer", "compare: { change: audience, to: closer, disclosure: atLeast }"),
        ("sharing", "compare: { change: sharing, to: false, disclosure: atMost }"),
        ("telling", "notTelling: { ordinaryShare: 80, ordinaryCount: 20, classShare: 10 }"),
        ("normal", "holds: normalForm"),
    ]

    static let suite = """
        suite: Everything that a suite may say
        now: 2026-06-15T00:00:00Z
        people:
          ada: { name: Ada, zone: Europe/Berlin, minor: true, shop: Finds }
          ben: { shop: { name: Finds, sign: Good things } }
          cleo: {}
        relations:
          friends: [[ada, ben], { between: [ada, cleo], from: 2026-01-01T00:00:00Z }]
          closeFriends: { ada: [ben] }
          blocks: { cleo: ada }
        consent:
          ada:
            sharing: 2026-01-01T00:00:00Z
            levels: { friends: hint, everyone: { ordinary: nothing } }
            optIn: [alcohol]
            private: [{ from: 2026-05-01T00:00:00Z, until: 2026-05-02T00:00:00Z }]
          ben: { levels: full, optIn: all }
        forms: { month: { product: category, time: month }, own: hint }
        goods:
          bread: { category: fb-2, title: Bread, brand: Acme, price: 4.00 EUR, alike: 3 }
          wine: { category: fb-1, title: { en: Wine, zh: 酒 }, delisted: true }
        purchases:
          bought:
            buyer: ada
            good: bread
            at: 2026-05-04T10:00:00
            received: 2026-05-05T10:00:00Z
            quantity: 2
            total: 8.00 EUR
            shop: ben
            visibility: friends
            returned: true
            private: true
            minor: true
            thirdParty: true
            class: alcohol
        happenings:
          picked: { kind: pick, owner: ada, good: bread, at: 2026-05-04T10:00:00Z }
          opened: { kind: shop, owner: ada, at: 2026-05-04T10:00:00Z }
        viewers: [ben, cleo, everyone]
        expect:
          bought: { ben: { obstacle: returned, rules: [owners-see-all], released: 2026-05-14T00:00:00Z } }
          picked: { ben and cleo: { as: full, exposes: { event: picked } }, everyone: { product: exact, time: day } }
          opened: [hint, month, nothing]
        moments:
          - { now: 2026-06-16T00:00:00Z, expect: { bought: nothing } }
        tables:
          - table: Bought
            viewers: [friends]
            now: 2026-06-15T00:00:00Z
            each: { buyer: ada, at: 2026-05-04T10:00:00Z, total: 5.00 EUR }
            rows: { bread and wine: hint }
          - table: Shown
            each: { kind: [pick, offer], owner: ada, at: 2026-05-04T10:00:00Z }
            rows: { bread: hint }
        bands: { EUR: [0, 10, 2500] }
        classifies:
          - { class: health, in: fb, titles: [HIV test], terms: [condom], brand: Acme, by: HIV }
          - { class: ordinary, categories: fb-2, roots: [fb] }
        """
}
