public import Domain

extension VisibleSource {
    /// Whose things they are.
    public var owner: PersonID { lists.face.id }
}

extension Reading {
    /// The handle of a person; nothing for one who is gone.
    public func handle(of person: PersonID) async throws(VaultError) -> String? {
        try await head(of: person)?.handle.text
    }

    /// Whether the policy lets an owner's shop be seen by everybody.
    public func showsEverybody(_ owner: PersonID) async throws(VaultError) -> Bool {
        guard let source = try await source(owner, audience: .everyone, kinds: []) else { return false }
        return source.showsShopFront(self)
    }

    /// What friends bought through the viewer's own shop and let the viewer know of, the shop included.
    ///
    /// It is what the viewer reads in the feed anyway; nobody is named who does not say so there.
    public func purchasesThroughOwnShop(limit: Int) async throws(VaultError) -> [ExposedItem] {
        guard let own = try await handle(of: viewer) else { return [] }
        let sources = try await friendSources()
        let named = sources.flatMap { source in
            source.references.filter {
                $0.kind == .purchase && $0.disclosure.shop == .named && source.admits($0, asOf: now)
            }.map { (source: source, reference: $0) }
        }.sorted { $0.reference.position < $1.reference.position }
        let items = try await exposed(named.map { ($0.source, $0.reference) }).compactMap(\.self)
        return Array(items.filter { $0.boughtAt?.handle == own }.prefix(limit))
    }
}

extension Epochs {
    /// Where a shop stands among those of the same influence; the same for ever.
    public func tie(of shop: PersonID) -> UInt64 { BoardOrder.tie(shop, point.vault.keys) }
}
