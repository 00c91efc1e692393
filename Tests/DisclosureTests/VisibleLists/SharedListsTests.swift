import Domain
import Testing

@testable import Disclosure

struct SharedListsTests {
    private func reference(_ minute: UInt32) -> VisibleReference {
        VisibleReference(
            sortMinute: minute, releaseMinute: minute, tie: 1, ordinal: minute, disclosure: .full, kind: .purchase)
    }

    private func lists(_ minutes: [UInt32]...) throws -> VisibleLists {
        let handle = try #require(Handle("ada"))
        let ada = Head(id: PersonID(rawValue: 1), handle: handle, name: "Ada", zone: .utc, isMinor: false)
        return VisibleLists(
            face: OwnerFace(ada), generation: 1, rulebookVersion: 1, validUntil: Instant(seconds: 0), activities: [],
            lists: minutes.map { $0.map(reference) }, exact: [[], [], [], []])
    }

    @Test func `every audience has its own, newest first`() throws {
        let lists = try lists([1, 3, 2], [3, 1], [], [3, 1])
        #expect(lists[.closeFriends].map(\.sortMinute) == [3, 2, 1])
        #expect(lists[.friends].map(\.sortMinute) == [3, 1])
        #expect(lists[.friendsOfFriends].isEmpty)
        #expect(lists[.everyone].map(\.sortMinute) == [3, 1])
    }

    @Test func `neighbours who see the same share the memory of it`() throws {
        let one = try lists([1, 2], [], [], []).size
        #expect(try lists([1, 2], [1, 2], [1, 2], [1, 2]).size == one)
        #expect(try lists([1, 2], [1, 3], [], []).size > one)
    }
}
