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
    /// Stands in a history where a handle was.
    private static let nobody = "(erased)"

    /// Answers how many people named the person.
    func remove() async throws -> Int {
        var count = 0
        let numbers = try await Roster.people(vault).map(\.person)
        for start in stride(from: 0, to: numbers.count, by: Self.peopleAtOnce) {
            let people = numbers[start..<min(start + Self.peopleAtOnce, numbers.count)].filter { $0 != person }
            for (other, floor) in zip(people, try await NarrowingJournal(vault: vault).floors(of: people)) {
                if var floor, floor.remove(person, handle) { transaction.putBeside(floor.encoded(), as: .floor(other)) }
            }
            for head in try await vault.heads(of: people).compactMap({ $0?.value }) {
                let changedLists = try await removeFromLists(of: head)
                let changedHistory = try await removeFromHistory(of: head)
                if changedLists || changedHistory { count += 1 }
            }
        }
        return count
    }

    private func removeFromLists(of head: Head) async throws -> Bool {
        guard
            head.friends[person] != nil || head.blocks.contains(person, handle) || head.mutes.contains(person, handle),
            var changed = try await transaction.head(of: head.id)
        else { return false }
        changed.friends[person] = nil
        changed.blocks.remove(everythingOf: person, handle)
        changed.mutes.remove(everythingOf: person, handle)
        _ = try await transaction.keys(of: head.id)
        transaction.put(changed)
        return true
    }

    private func removeFromHistory(of head: Head) async throws -> Bool {
        let writer = HistoryWriter(transaction: transaction)
        var isChanged = false
        for (number, entry) in try await writer.entries(of: head) {
            let changes = entry.changes.map(withoutHandle)
            guard changes != entry.changes else { continue }
            isChanged = true
            try await writer.put(
                VisibilityHistory.Entry(at: entry.at, client: entry.client, policy: entry.policy, changes: changes),
                number: number, of: head.id)
        }
        if isChanged { transaction.touch(head.id) }
        return isChanged
    }

    /// Sentences about somebody begin with their handle.
    private func withoutHandle(_ sentence: String) -> String {
        sentence.hasPrefix(handle.text + " ") ? Self.nobody + sentence.dropFirst(handle.text.count) : sentence
    }
}

extension Floor {
    /// Says whether the person was named.
    fileprivate mutating func remove(_ person: PersonID, _ handle: Handle) -> Bool {
        guard var standing else { return false }
        let before = standing.value
        standing.value.friends[person] = nil
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
