import Domain

/// The made-up people of a rehearsal, numbered and ready.
public struct RehearsedCast: Sendable {
    private let heads: [Handle: Head]
    private let fronts: [Handle: RehearsedPerson.Front]

    /// Handles that name nobody of the cast are left out of lists of friends, and kept in lists of blocks.
    public init(_ people: [RehearsedPerson]) {
        let numbers = Dictionary(
            people.enumerated().map { ($1.handle, PersonID(rawValue: UInt64($0 + 1))) }
        ) { first, _ in first }
        var heads: [Handle: Head] = [:]
        var fronts: [Handle: RehearsedPerson.Front] = [:]
        for person in people {
            guard let id = numbers[person.handle] else { continue }
            var head = Head(
                id: id, handle: person.handle, name: person.name, zone: person.zone, isMinor: person.isMinor)
            head.consent = person.consent
            for (handle, friendship) in person.friends {
                guard let friend = numbers[handle] else { continue }
                head.friends[friend] = Head.Friendship(
                    visibleFrom: friendship.visibleFrom, isClose: friendship.isClose)
            }
            for handle in person.blocks { head.blocks.insert(handle, naming: numbers[handle]) }
            heads[person.handle] = head
            fronts[person.handle] = person.shop
        }
        self.heads = heads
        self.fronts = fronts
    }

    func head(_ handle: Handle) -> Head? { heads[handle] }

    func front(_ handle: Handle) -> RehearsedPerson.Front? { fronts[handle] }

    /// The audience of an owner that a viewer is in, or nothing when blocked or nobody.
    func audience(of viewer: RehearsedViewer, for owner: Head) -> Audience? {
        guard case .person(let handle) = viewer else {
            if case .audience(let audience) = viewer { return audience }
            return nil
        }
        guard let viewer = heads[handle] else { return nil }
        if viewer.id == owner.id { return .owner }
        if owner.hasBlocked(viewer) { return nil }
        if owner.isFriend(of: viewer), let audience = owner.audience(ofFriend: viewer.id) { return audience }
        let isLinked = heads.values.contains { owner.isLinked(to: viewer, by: $0) }
        return isLinked ? .friendsOfFriends : .everyone
    }

    /// The shop of somebody as a viewer sees it named; nothing where it is closed or the viewer blocked.
    func shop(_ handle: Handle, for viewer: RehearsedViewer) -> ExposedItem.ShopReference? {
        guard fronts[handle] != nil, let head = heads[handle], audience(of: viewer, for: head) != nil else {
            return nil
        }
        return ExposedItem.ShopReference(handle: handle.text)
    }
}
