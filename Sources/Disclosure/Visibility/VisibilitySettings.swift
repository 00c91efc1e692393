public import Domain
import Foundation
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Consent, settings and lists of owners: reads, previews and changes them.
///
/// A narrowing acts on the very next read and is on disk when the call returns.
public struct VisibilitySettings: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// The settings as they are; nothing, when there is no such person.
    public func settings(of person: PersonID) async throws(VaultError) -> VisibilityView? {
        guard let head = try await vault.head(of: person)?.value else { return nil }
        return VisibilityView(
            head: head, rulebook: point.rulebook, now: vault.clock.now,
            closeFriends: try await handles(head.friends.filter(\.value.isClose).keys),
            blocks: head.blocks.handles.map(\.text), mutes: head.mutes.handles.map(\.text),
            friends: try await named(head.friends))
    }

    /// The records of the history that is kept, newest first.
    static func historyNames(of head: Head) -> [RecordName] {
        let first = head.historyCount - min(head.historyCount, HistoryWriter.limit)
        return (first..<head.historyCount).reversed().map { RecordName.history(head.id, $0) }
    }

    /// How the settings came to be, newest first.
    public func history(of person: PersonID) async throws(VaultError) -> VisibilityHistory {
        guard let head = try await vault.head(of: person)?.value, let keys = try await vault.ownerKeys(of: person)
        else {
            return VisibilityHistory(entries: [])
        }
        let names = Self.historyNames(of: head)
        var entries: [VisibilityHistory.Entry] = []
        for (name, box) in zip(names, try await vault.boxes(names)) {
            if let entry = vault.open(box, as: name, with: keys.open, VisibilityHistory.Entry.read) {
                entries.append(entry)
            }
        }
        return VisibilityHistory(entries: entries)
    }

    /// What a patch would widen and narrow, were it applied now.
    ///
    /// Nothing is changed.
    public func preview(_ patch: VisibilityPatch, of person: PersonID) async throws -> VisibilityPreview {
        guard let head = try await vault.head(of: person)?.value else { throw VisibilityError.unknownPerson }
        let changed = try await applied(patch, to: head)
        return try await VisibilityComparison(point: point).preview(from: head, to: changed)
    }

    /// Applies a patch as a whole, or refuses it as a whole.
    ///
    /// Without `mayWiden`, a patch that could show anybody more of anything is refused.
    public func apply(
        _ patch: VisibilityPatch, of person: PersonID, client: String, mayWiden: Bool
    ) async throws {
        let settings = self
        let vault = vault
        try await vault.write(of: person, isUrgent: true) { transaction in
            guard let head = try await transaction.head(of: person) else { throw VisibilityError.unknownPerson }
            var changed = try await settings.applied(patch, to: head)
            if changed == head { return }
            if !mayWiden, VisibilityComparison(point: settings.point).widens(from: head, to: changed) {
                throw VisibilityError.widens
            }
            if changed.consent != head.consent {
                let settlement = HoldSettlement(rulebook: settings.point.rulebook, transaction: transaction)
                try await settlement.settle(person)
                changed.settledRaise = try await transaction.head(of: person)?.settledRaise ?? head.settledRaise
            }
            let entry = VisibilityHistory.Entry(
                at: vault.clock.now.description, client: client, policy: settings.point.rulebook.policy.revision,
                changes: patch.sentences(settings.point.rulebook.policy))
            try await HistoryWriter(transaction: transaction).append(entry, to: &changed)
            transaction.put(changed)
        }
    }

    /// Says what becomes of one purchase.
    ///
    /// Without `mayWiden`, showing it to more people than before is refused.
    public func setItem(
        _ id: String, to visibility: ItemVisibility, of person: PersonID, mayWiden: Bool
    ) async throws {
        let point = point
        try await vault.write(of: person, isUrgent: true) { transaction in
            guard let head = try await transaction.head(of: person),
                let (location, facts) = try await point.ledger.location(of: id, owner: head)
            else { throw VisibilityError.unknownItem }
            let current = ItemVisibility(facts.override)
            if current == visibility { return }
            if !mayWiden, visibility.widens(current) { throw VisibilityError.widens }
            try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(person)
            try await PurchaseWriter(point: point, transaction: transaction).change(location) {
                $0.override = visibility.override
            }
        }
    }

    private func applied(_ patch: VisibilityPatch, to head: Head) async throws -> Head {
        var head = head
        let now = vault.clock.now
        let rulebook = point.rulebook
        if !patch.consent.isEmpty {
            do {
                head.consent = try head.consent.applying(
                    patch.consent, policy: rulebook.policy, stamp: ConsentStamp(revision: rulebook.ordinal, at: now),
                    minor: head.isMinor)
            } catch {
                throw VisibilityError.consent(error)
            }
        }
        for (handles, isClose) in [(patch.closeFriends.remove, false), (patch.closeFriends.add, true)] {
            for handle in handles {
                let person = try await vault.person(handle)
                guard let person, head.friends[person] != nil else {
                    throw VisibilityError.unknownMember(list: .closeFriends)
                }
                head.friends[person]?.isClose = isClose
            }
        }
        for (handle, from) in patch.friendsSeeFrom {
            let person = try await vault.person(handle)
            guard let person, head.friends[person] != nil else {
                throw VisibilityError.unknownMember(list: .friendsSeeFrom)
            }
            head.friends[person]?.visibleFrom = from
        }
        try await change(&head.blocks, patch.blocks, .blocks, owner: head.id)
        try await change(&head.mutes, patch.mutes, .mutes, owner: head.id)
        return head
    }

    private func change(
        _ members: inout NamedPeople, _ change: VisibilityPatch.ListChange, _ list: VisibilityError.MemberList,
        owner: PersonID
    ) async throws {
        for handle in change.remove { members.remove(handle) }
        for handle in change.add {
            let person = try await vault.person(handle)
            guard person != owner else { throw VisibilityError.unknownMember(list: list) }
            members.insert(handle, naming: person)
        }
        guard members.count <= Head.maximumBlocks else { throw VisibilityError.listFull(list: list) }
    }

    private func handles(_ people: some Sequence<PersonID>) async throws(VaultError) -> [String] {
        try await vault.heads(of: Array(people)).compactMap { $0?.value.handle.text }.sorted()
    }

    private func named(_ friends: [PersonID: Head.Friendship]) async throws(VaultError) -> [String: Instant] {
        var named: [String: Instant] = [:]
        for head in try await vault.heads(of: Array(friends.keys)) {
            if let head, let friendship = friends[head.value.id] {
                named[head.value.handle.text] = friendship.visibleFrom
            }
        }
        return named
    }
}
