import Domain

/// Carries blocks over to the friend lists of those who are blocked, as part of a larger write.
///
/// A blocked person has no trace of the blocker in any list, as after unfriending.
struct BlockedFriendships {
    let transaction: WriteTransaction

    /// Brings the other side of each friendship to what a person's new settings say.
    func settle(from former: Head, to current: Head) async throws {
        guard former.blocks != current.blocks || former.severed != current.severed else { return }
        let blocks = former.blocks.named.symmetricDifference(current.blocks.named)
        let changed = blocks.union(former.severed.symmetricDifference(current.severed))
        for person in changed.sorted() {
            guard let other = try await transaction.head(of: person) else { continue }
            var settled = other
            if current.friends[person] != nil {
                settled.friends[current.id] = Head.Friendship(
                    visibleFrom: transaction.vault.clock.now, isClose: false)
            } else if current.severed.contains(person) {
                settled.friends[current.id] = nil
            } else if former.severed.contains(person), other.hasBlocked(current) {
                // The block that is left keeps what the platform told.
                settled.severed.insert(current.id)
            }
            if settled == other { continue }
            _ = try await transaction.keys(of: person)
            transaction.put(settled)
        }
    }
}
