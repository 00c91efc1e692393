import Domain
import PolicyEngine

/// What of a head decides how much others see: consent, relations, minority.
struct Standing: Hashable {
    var isMinor: Bool
    var consent: Consent
    var friends: [PersonID: Head.Friendship]
    var blocks: NamedPeople

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
        return Standing(
            isMinor: isMinor || other.isMinor, consent: consent.met(other.consent), friends: friends, blocks: blocks)
    }
}

extension Head {
    var standing: Standing {
        get { Standing(isMinor: isMinor, consent: consent, friends: friends, blocks: blocks) }
        set {
            isMinor = newValue.isMinor
            consent = newValue.consent
            friends = newValue.friends
            blocks = newValue.blocks
        }
    }
}
