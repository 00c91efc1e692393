public import Disclosure
public import Domain
public import FriendShops

/// Assembles pages out of what the enforcement point exposes.
public struct FeedBuilder: Sendable {
    private let point: EnforcementPoint
    private let shops: FriendShops

    public init(point: EnforcementPoint, shops: FriendShops) {
        self.point = point
        self.shops = shops
    }

    /// A page of the friends' activity.
    public func feed(of viewer: PersonID, _ request: PageRequest) async throws(FeedError) -> Prepared<FeedPage> {
        let reading = point.reading(for: viewer)
        let walk = Walk(point: point, reading: reading, query: "feed", request: request)
        return try await walk.page { () throws(VaultError) in try await reading.friendSources() }
    }

    /// One item, if the viewer may see it.
    public func item(_ id: String, for viewer: PersonID) async throws(VaultError) -> Prepared<ExposedItem>? {
        let reading = point.reading(for: viewer)
        guard let place = try await reading.place(of: id),
            let reference = place.source.references.first(where: {
                place.names($0) && place.source.admits($0, asOf: reading.now)
            }), let item = try await reading.exposed([(place.source, reference)])[0]
        else { return nil }
        return reading.prepared(item)
    }

    /// What a viewer may see of a person's purchases; an empty page for whoever does not exist or shows nothing.
    public func purchases(
        of handle: Handle, for viewer: PersonID, _ request: PageRequest
    ) async throws(FeedError) -> Prepared<FeedPage> {
        try await collection(of: handle, for: viewer, kinds: [.purchase], query: "purchases", request)
    }

    /// What a viewer may see of the activity of a person's shop.
    public func shopActivity(
        of handle: Handle, for viewer: PersonID, _ request: PageRequest
    ) async throws(FeedError) -> Prepared<FeedPage> {
        try await collection(of: handle, for: viewer, kinds: Self.shopKinds, query: "activity", request)
    }

    /// A shop's front and picks; nothing for one that is closed, hidden from the viewer, or not there.
    public func shop(of handle: Handle, for viewer: PersonID) async throws(VaultError) -> Prepared<ExposedShop>? {
        try await shop(of: handle, point.reading(for: viewer))
    }

    private func shop(of handle: Handle, _ reading: Reading) async throws(VaultError) -> Prepared<ExposedShop>? {
        let viewer = reading.viewer
        guard let owner = try await reading.person(handle),
            let source = owner == viewer
                ? try await reading.source(owner, audience: .closeFriends, kinds: Self.shopKinds)
                : try await reading.source(owner, for: viewer, kinds: Self.shopKinds),
            let shop = try await shops.exposed(owner, handle: handle.text, source: source, reading: reading)
        else { return nil }
        return reading.prepared(shop)
    }

    /// What a share link opens: the front alone, as its audience sees it; nothing for whoever is not in it.
    ///
    /// Looking through a link is no visit.
    public func sharedShop(_ secret: String, for viewer: PersonID) async throws(VaultError) -> Prepared<SharedFront>? {
        let reading = point.reading(for: viewer)
        guard let (owner, audience) = try await shops.sharedShop(secret),
            try await reading.viewerBelongs(to: audience, of: owner),
            let source = try await reading.source(owner, audience: audience, kinds: Self.shopKinds),
            let handle = try await point.people.profile(of: owner)?.handle.text,
            let front = try await shops.exposedFront(owner, handle: handle, source: source, reading: reading),
            // INVARIANT: asked again, now that the owner's face is noted: a link to an open shop that is taken back from here on
            // makes the answer be made anew; so does closing it.
            try await shops.sharedShop(secret) != nil
        else { return nil }
        return reading.prepared(front)
    }

    /// The goods in a shop's window; none for whoever does not exist or shows nothing.
    public func picks(of handle: Handle, for viewer: PersonID) async throws(VaultError) -> Prepared<ExposedPicks> {
        let reading = point.reading(for: viewer)
        return try await shop(of: handle, reading).map { $0.map(ExposedPicks.init) }
            ?? reading.prepared(ExposedPicks(nil))
    }

    // MARK: The owner's own, through others' eyes

    /// How the owner's own purchases look; nothing, when the handle names no friend of theirs.
    public func ownPurchases(
        of owner: PersonID, as view: ViewAs, _ request: PageRequest
    ) async throws(FeedError) -> Prepared<FeedPage>? {
        try await own(of: owner, as: view, kinds: [.purchase], query: "view-as-purchases", request)
    }

    /// How the activity of the owner's own shop looks.
    public func ownActivity(
        of owner: PersonID, as view: ViewAs, _ request: PageRequest
    ) async throws(FeedError) -> Prepared<FeedPage>? {
        try await own(of: owner, as: view, kinds: Self.shopKinds, query: "view-as-activity", request)
    }

    /// How the owner's own shop looks; nothing while it is closed.
    public func ownShop(of owner: PersonID, as view: ViewAs) async throws(VaultError) -> Prepared<ExposedShop>? {
        let reading = point.reading(for: owner)
        guard let profile = try await point.people.profile(of: owner),
            let source = try await reading.ownSource(as: view, kinds: Self.shopKinds),
            let shop = try await shops.exposed(owner, handle: profile.handle.text, source: source, reading: reading)
        else { return nil }
        return reading.prepared(shop)
    }

    private static let shopKinds: Set<ActivityKind> = [.pick, .shop, .offer, .milestone]

    private func collection(
        of handle: Handle, for viewer: PersonID, kinds: Set<ActivityKind>, query: String, _ request: PageRequest
    ) async throws(FeedError) -> Prepared<FeedPage> {
        let reading = point.reading(for: viewer)
        let walk = Walk(point: point, reading: reading, query: "\(query) \(handle.text)", request: request)
        return try await walk.page { () throws(VaultError) in
            guard let owner = try await reading.person(handle),
                let source = try await reading.source(owner, for: viewer, kinds: kinds)
            else { return [] }
            return [source]
        }
    }

    private func own(
        of owner: PersonID, as view: ViewAs, kinds: Set<ActivityKind>, query: String, _ request: PageRequest
    ) async throws(FeedError) -> Prepared<FeedPage>? {
        let reading = point.reading(for: owner)
        let source: VisibleSource?
        do {
            source = try await reading.ownSource(as: view, kinds: kinds)
        } catch {
            throw .vault(error)
        }
        guard let source else { return nil }
        let walk = Walk(point: point, reading: reading, query: "\(query) \(view)", request: request)
        return try await walk.page { () throws(VaultError) in [source] }
    }
}

extension Reading {
    /// What the viewer's own things look like to a friend of theirs or to an audience.
    fileprivate func ownSource(as view: ViewAs, kinds: Set<ActivityKind>) async throws(VaultError) -> VisibleSource? {
        switch view {
        case .audience(let audience): return try await source(viewer, audience: audience, kinds: kinds)
        case .friend(let handle):
            guard let friend = try await person(handle), try await isFriend(friend) else { return nil }
            return try await source(viewer, for: friend, kinds: kinds)
        }
    }
}
