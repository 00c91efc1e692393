import Domain
@_spi(EnforcementPoint) import Sealing

/// Takes people who are no longer there from the lists of those who are.
struct RelationsRepair {
    let transaction: WriteTransaction
    let living: Set<PersonID>
    /// Where the keys of everybody ever erased lay.
    let erased: Set<Address>

    /// `lost` names whom a person loses besides, because the other one does not have them as a friend any more.
    func run(_ lost: [PersonID: Set<PersonID>]) async throws {
        for person in living.sorted() {
            guard var head = try await transaction.head(of: person) else { continue }
            let before = head.standing
            let mutes = head.mutes
            head.friends = head.friends.filter { living.contains($0.key) && lost[person]?.contains($0.key) != true }
            head.severed.formIntersection(living)
            repair(&head.blocks)
            repair(&head.mutes)
            if head.standing == before, head.mutes == mutes { continue }
            _ = try await transaction.keys(of: person)
            transaction.put(head)
        }
    }

    /// Whoever was erased is named no longer.
    ///
    /// Whoever is merely not there yet, in an older copy of the records, stays blocked under their handle.
    private func repair(_ members: inout NamedPeople) {
        for (handle, person) in members.entries {
            guard let person, !living.contains(person) else { continue }
            members.remove(handle)
            if !erased.contains(transaction.vault.keys.wrapAddress(of: person)) {
                members.insert(handle, naming: nil)
            }
        }
    }
}
