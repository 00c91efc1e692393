public import Disclosure
public import Domain
import PolicyEngine

/// Rankings of shops by influence: functions of what the last tick released, and of nothing else.
public struct Boards: Sendable {
    /// So many friends' shops are shown unless more are asked for.
    public static let firstPlaces = 3
    private static let purpose = "board"
    /// As whom the board of the platform is read, so that who asks cannot matter.
    private static let nobody = PersonID(rawValue: .max)

    private let point: EnforcementPoint
    private let shops: FriendShops

    public init(point: EnforcementPoint, shops: FriendShops) {
        self.point = point
        self.shops = shops
    }

    /// The open shops of a viewer's friends and the viewer's own, by influence.
    ///
    /// Nothing for a cursor that is not of this board and viewer.
    public func friends(of viewer: PersonID, limit: Int, cursor: String?) async throws(VaultError) -> Prepared<Board>? {
        let reading = point.reading(for: viewer)
        let binding = Array("friends".utf8) + withUnsafeBytes(of: viewer.rawValue.littleEndian) { Array($0) }
        guard let start = start(cursor, binding) else { return nil }
        var sources = try await reading.friendSources()
        if let own = try await reading.source(viewer, audience: .closeFriends, kinds: []) { sources.append(own) }
        var owners: [PersonID] = []
        for source in sources where source.showsShopFront(reading) {
            if try await shops.isOpen(source.owner) { owners.append(source.owner) }
        }
        let epochs = point.epochs
        let standings = try await epochs.standings(of: owners)
        let ranked = zip(owners, standings).map { (owner: $0, standing: $1, tie: epochs.tie(of: $0)) }
            .sorted { ($1.standing.influence, $0.tie) < ($0.standing.influence, $1.tie) }
            .map { (owner: $0.owner, standing: $0.standing) }
        return try await page(ranked, from: start, limit, reading, binding)
    }

    /// The shops of highest influence whose owners want to be on this board: the same for everybody.
    public func top(limit: Int, cursor: String?) async throws(VaultError) -> Prepared<Board>? {
        let reading = point.reading(for: Self.nobody)
        let binding = Array("top".utf8)
        guard let start = start(cursor, binding) else { return nil }
        var listed: [PersonID] = []
        for owner in try await point.epochs.board() where try await reading.showsEverybody(owner) {
            if try await shops.isOpen(owner) { listed.append(owner) }
        }
        let standings = try await point.epochs.standings(of: listed)
        return try await page(
            zip(listed, standings).map { (owner: $0, standing: $1) }, from: start, limit, reading, binding)
    }

    private func page(
        _ ranked: [(owner: PersonID, standing: BoardStanding)], from start: Int, _ limit: Int, _ reading: Reading,
        _ binding: [UInt8]
    ) async throws(VaultError) -> Prepared<Board> {
        var places: [Board.Place] = []
        for (index, place) in ranked.enumerated().dropFirst(start).prefix(limit) {
            guard let handle = try await reading.handle(of: place.owner),
                let front = try await shops.front(of: place.owner, handle: handle),
                let figures = ShopFigures(place.standing, reading.rulebook)
            else { continue }
            places.append(Board.Place(rank: index + 1, shop: front, figures: figures))
        }
        let end = start + limit
        let epochs = point.epochs
        return reading.prepared(
            Board(
                epoch: try await epochs.released()?.description, places: places,
                next: end < ranked.count ? sealed(end, binding) : nil, policy: reading.policyRevision))
    }

    private func sealed(_ position: Int, _ binding: [UInt8]) -> String {
        point.cursors.sealed(
            withUnsafeBytes(of: UInt32(clamping: position).littleEndian) { Array($0) }, purpose: Self.purpose,
            boundTo: binding)
    }

    private func start(_ cursor: String?, _ binding: [UInt8]) -> Int? {
        guard let cursor else { return 0 }
        guard let bytes = point.cursors.opened(cursor, purpose: Self.purpose, boundTo: binding), bytes.count == 4 else {
            return nil
        }
        return Int(bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
}
