import Domain
import PolicyEngine

/// What of a head decides how much others see: consent, relations, minority.
struct Standing: Hashable {
    var isMinor: Bool
    var consent: Consent
    var friends: [PersonID: Head.Friendship]
    /// See ``Head/severed``.
    var severed: Set<PersonID>
    var blocks: NamedPeople

    private var toldFriends: Set<PersonID> { severed.union(friends.keys) }

    /// What is within both: nothing that either of the two does not show is shown.
    func met(_ other: Standing) -> Standing {
        var friends: [PersonID: Head.Friendship] = [:]
        for (friend, mine) in self.friends {
            guard let theirs = other.friends[friend] else { continue }
            friends[friend] = Head.Friendship(
                visibleFrom: max(mine.visibleFrom, theirs.visibleFrom), isClose: mine.isClose && theirs.isClose)
        }
        var blocks = blocks
        for (handle, person) in other.blocks.entries { blocks.insert(handle, naming: person) }
        // Those whom the platform tells as friends in both, and who are not friends in both.
        let severed = toldFriends.intersection(other.toldFriends).subtracting(friends.keys)
        return Standing(
            isMinor: isMinor || other.isMinor, consent: consent.met(other.consent), friends: friends,
            severed: severed, blocks: blocks)
    }
}

extension Head {
    var standing: Standing {
        get { Standing(isMinor: isMinor, consent: consent, friends: friends, severed: severed, blocks: blocks) }
        set {
            isMinor = newValue.isMinor
            consent = newValue.consent
            friends = newValue.friends
            severed = newValue.severed
            blocks = newValue.blocks
        }
    }
}
