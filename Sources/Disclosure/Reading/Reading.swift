public import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// One request's view: one rulebook, one instant, one reading of every relation.
///
/// Everything that it hands out is exposed, or is a reference to what may be.
public final class Reading {
    public let rulebook: Rulebook
    public let now: Instant
    /// Who asks.
    public let viewer: PersonID
    /// The revision of the policy that decides.
    public var policyRevision: String { rulebook.policy.revision }
    let point: EnforcementPoint
    private let records: OwnerRecords<OpenClass>
    var snapshot: ReadSnapshot
    private(set) var heads: [PersonID: Vault.Stamped<Head>?] = [:]

    init(point: EnforcementPoint, viewer: PersonID) {
        self.point = point
        self.viewer = viewer
        let stand = point.vault.gate.sequence()
        snapshot = ReadSnapshot(sequence: stand.sequence, global: stand.global)
        // INVARIANT: before anything of the viewer's own is read.
        snapshot.note(viewer, point.vault.gate.generation(of: viewer))
        rulebook = point.rulebooks.current
        now = point.vault.clock.now
        records = OwnerRecords(open: point.vault)
    }

    /// The answer, bound to what it was made from.
    public func prepared<Value: Sendable>(_ value: Value) -> Prepared<Value> {
        Prepared(value: value, snapshot: snapshot, origin: PreparedOrigin(viewer: viewer, madeAt: now))
    }

    // MARK: People and relations

    func head(of person: PersonID) async throws(VaultError) -> Head? {
        if let known = heads[person] { return known?.value }
        return try await heads(of: [person])[0]
    }

    /// Heads read anew, with the faces under which they were read.
    func heads(of people: [PersonID]) async throws(VaultError) -> [Head?] {
        let faces = point.vault.gate.faces(of: people)
        let loaded = try await point.vault.heads(of: people)
        for (index, person) in people.enumerated() {
            snapshot.note(person, face: faces[index])
            heads[person] = .some(loaded[index])
        }
        return loaded.map { $0?.value }
    }

    /// The person whom a handle names, or nothing.
    public func person(_ handle: Handle) async throws(VaultError) -> PersonID? {
        try await point.vault.person(handle)
    }

    /// The audience of an owner that the viewer is in, or nothing when blocked.
    func audience(of viewer: PersonID, for owner: Head) async throws(VaultError) -> Audience? {
        if viewer == owner.id { return .owner }
        guard let viewerHead = try await head(of: viewer), !owner.hasBlocked(viewerHead) else { return nil }
        if owner.isFriend(of: viewerHead), let audience = owner.audience(ofFriend: viewer) { return audience }
        for link in owner.friends.keys.sorted() where viewerHead.friends[link] != nil {
            guard let linkHead = try await head(of: link), owner.isLinked(to: viewerHead, by: linkHead) else {
                continue
            }
            return .friendsOfFriends
        }
        return .everyone
    }

    // MARK: Sources

    /// What one owner lets a viewer see, of some kinds; nothing for oneself, when blocked, or when there is no such person.
    public func source(
        _ owner: PersonID, for viewer: PersonID, kinds: Set<ActivityKind>?
    ) async throws(VaultError) -> VisibleSource? {
        guard let head = try await head(of: owner), let audience = try await audience(of: viewer, for: head),
            audience != .owner
        else { return nil }
        return VisibleSource(
            lists: try await lists(of: head), audience: audience,
            visibleFrom: head.friends[viewer]?.visibleFrom ?? Instant(seconds: 0), kinds: kinds)
    }

    /// What an owner lets an audience see.
    public func source(
        _ owner: PersonID, audience: Audience, kinds: Set<ActivityKind>?
    ) async throws(VaultError) -> VisibleSource? {
        guard audience != .owner, let head = try await head(of: owner) else { return nil }
        return VisibleSource(
            lists: try await lists(of: head), audience: audience, visibleFrom: Instant(seconds: 0),
            kinds: kinds)
    }

    func lists(of head: Head) async throws(VaultError) -> VisibleLists {
        let generation = heads[head.id]??.generation ?? 0
        return try await point.visibleLists(of: head, generation: generation, rulebook: rulebook, now: now)
    }

    // MARK: Exposing

    /// The exposed items, in order; nothing for one that cannot be exposed after all.
    public func exposed(
        _ chosen: [(source: VisibleSource, reference: VisibleReference)]
    ) async throws(VaultError) -> [ExposedItem?] {
        var exposed: [ExposedItem?] = Array(repeating: nil, count: chosen.count)
        var purchases: [Int] = []
        for (index, (source, reference)) in chosen.enumerated() {
            let key = key(source, reference)
            exposed[index] = point.exposures.item(key, of: source.lists.face, rulebook)
            if exposed[index] != nil { continue }
            if reference.kind == .purchase {
                purchases.append(index)
            } else if let item = activity(source, reference, bought: key.isBought) {
                exposed[index] = item
                point.exposures.keep(item, key, of: source.lists.face, rulebook)
            }
        }
        if purchases.isEmpty { return exposed }
        let places = purchases.map { index in
            DetailsPlace(
                owner: chosen[index].source.lists.face.id, ordinal: chosen[index].reference.ordinal,
                nonce: chosen[index].reference.tie)
        }
        let generalizer = Generalizer(rulebook: rulebook, now: now)
        let opened = try await records.details(places) { position, purchase in
            let (source, reference) = chosen[purchases[position]]
            return (
                item: self.exposed(purchase, source, reference, generalizer: generalizer),
                // The shop leaves the opened purchase only where it is disclosed.
                shop: reference.disclosure.shop == .named ? purchase.shop : nil
            )
        }
        for (position, result) in opened.enumerated() {
            guard let result, let item = result.item else { continue }
            let (source, reference) = chosen[purchases[position]]
            if let owner = result.shop {
                // Another viewer may not be shown the shop.
                exposed[purchases[position]] = item.boughtAt(try await shop(owner))
            } else {
                exposed[purchases[position]] = item
                point.exposures.keep(item, key(source, reference), of: source.lists.face, rulebook)
            }
        }
        return exposed
    }

    private func key(_ source: VisibleSource, _ reference: VisibleReference) -> ExposureKeeper.Key {
        guard reference.kind != .purchase else {
            return ExposureKeeper.Key(
                reference: reference, isBought: false, generation: UInt64(rulebook.openings.pendingEnds(at: now)))
        }
        let activities = source.lists.activities
        let isBought =
            reference.kind == .pick && activities.indices.contains(Int(reference.ordinal))
            && source.showsPurchase(of: activities[Int(reference.ordinal)].product, asOf: now)
        return ExposureKeeper.Key(reference: reference, isBought: isBought, generation: source.lists.generation)
    }

    /// The shop that something was bought through, where its owner lets the viewer see it.
    func shop(_ owner: PersonID) async throws(VaultError) -> ExposedItem.ShopReference? {
        guard let head = try await head(of: owner), let viewerHead = try await self.head(of: viewer),
            !head.hasBlocked(viewerHead), try await point.shops.isOpen(owner)
        else { return nil }
        return ExposedItem.ShopReference(handle: head.handle.text)
    }

    private func exposed(
        _ purchase: borrowing OpenedPurchase, _ source: VisibleSource, _ reference: VisibleReference,
        generalizer: Generalizer
    ) -> ExposedItem? {
        let disclosure = reference.disclosure
        guard let size = disclosure.time.bucketSize else { return nil }
        return generalizer.exposed(
            purchase, bucket: TimeBucket(size: size, endingAt: Int64(reference.sortMinute)),
            releasedAt: Int64(reference.releaseMinute), disclosure: disclosure, id: itemID(source, reference),
            actor: source.lists.face.actor)
    }

    private func activity(_ source: VisibleSource, _ reference: VisibleReference, bought: Bool) -> ExposedItem? {
        guard source.lists.activities.indices.contains(Int(reference.ordinal)) else { return nil }
        return rulebook.exposed(
            source.lists.activities[Int(reference.ordinal)], actor: source.lists.face.actor,
            id: itemID(source, reference), bought: bought)
    }

    func itemID(_ text: String) -> ItemID? { ItemID(text, point.vault.keys) }

    func itemID(_ source: VisibleSource, _ reference: VisibleReference) -> String {
        ItemID(kind: reference.kind, owner: source.lists.face.id, nonce: reference.tie).text(point.vault.keys)
    }
}
