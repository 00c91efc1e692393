import Domain
@_spi(EnforcementPoint) import Sealing

/// Takes a person out of what others keep: friends, close friends, blocks, mutes, and the history of their settings.
///
/// There is no list of who lists whom, so everybody is looked through; only those who name the person are written.
struct Mentions {
    let transaction: WriteTransaction
    let person: PersonID
    let handle: Handle
    private var vault: Vault { transaction.vault }

    private static let peopleAtOnce = 500

    /// Answers who of the others named the person.
    func remove(from others: [PersonID]) async throws -> Set<PersonID> {
        var named: Set<PersonID> = []
        let history = HistoryMentions(transaction: transaction) { $0 == handle }
        for start in stride(from: 0, to: others.count, by: Self.peopleAtOnce) {
            let people = Array(others[start..<min(start + Self.peopleAtOnce, others.count)])
            for (other, floor) in zip(people, try await NarrowingJournal(vault: vault).floors(of: people)) {
                if var floor, floor.remove(person, handle) { transaction.putBeside(floor.encoded(), as: .floor(other)) }
            }
            for head in try await vault.heads(of: people).compactMap({ $0?.value }) {
                let changedLists = try await removeFromLists(of: head)
                let changedHistory = try await history.remove(from: head)
                if changedLists || changedHistory { named.insert(head.id) }
            }
        }
        return named
    }

    private func removeFromLists(of head: Head) async throws -> Bool {
        guard
            head.friends[person] != nil || head.severed.contains(person) || head.blocks.contains(person, handle)
                || head.mutes.contains(person, handle),
            var changed = try await transaction.head(of: head.id)
        else { return false }
        changed.friends[person] = nil
        changed.severed.remove(person)
        changed.blocks.remove(everythingOf: person, handle)
        changed.mutes.remove(everythingOf: person, handle)
        _ = try await transaction.keys(of: head.id)
        transaction.put(changed)
        return true
    }
}

extension Floor {
    /// Says whether the person was named.
    fileprivate mutating func remove(_ person: PersonID, _ handle: Handle) -> Bool {
        guard var standing else { return false }
        let before = standing.value
        standing.value.friends[person] = nil
        standing.value.severed.remove(person)
        standing.value.blocks.remove(everythingOf: person, handle)
        self.standing = standing
        return standing.value != before
    }
}

extension NamedPeople {
    /// Also what was listed under an earlier handle, or before there was such a person.
    fileprivate mutating func remove(everythingOf person: PersonID, _ handle: Handle) {
        for (listed, named) in entries where named == person || (listed == handle && named == nil) { remove(listed) }
    }
}
