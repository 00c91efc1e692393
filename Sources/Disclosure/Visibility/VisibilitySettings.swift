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

    /// The settings as they are, for an answer to their owner; `nil` if there is no such person.
    public func settings(answering person: PersonID) async throws(VaultError) -> Prepared<VisibilityView>? {
        let reading = point.reading(for: person)
        return try await settings(reading).map(reading.prepared)
    }

    /// The settings as they are; `nil` if there is no such person.
    public func settings(of person: PersonID) async throws(VaultError) -> VisibilityView? {
        try await settings(point.reading(for: person))
    }

    func settings(_ reading: Reading) async throws(VaultError) -> VisibilityView? {
        guard let head = try await reading.head(of: reading.viewer) else { return nil }
        let friends = try await reading.friends()
        return VisibilityView(
            head: head, rulebook: reading.rulebook, now: reading.now,
            closeFriends: friends.filter { head.friends[$0.id]?.isClose == true }.map(\.handle.text).sorted(),
            blocks: head.blocks.handles.map(\.text), mutes: head.mutes.handles.map(\.text),
            friends: Dictionary(friends.map { ($0.handle.text, head.friends[$0.id]?.visibleFrom ?? reading.now) }) {
                first, _ in first
            })
    }

    /// The records of the history that is kept, newest first.
    static func historyNames(of head: Head) -> [RecordName] {
        let first = head.historyCount - min(head.historyCount, HistoryWriter.limit)
        return (first..<head.historyCount).reversed().map { RecordName.history(head.id, $0) }
    }

    /// How the settings came to be, newest first, for an answer to their owner.
    public func history(answering person: PersonID) async throws(VaultError) -> Prepared<VisibilityHistory> {
        let reading = point.reading(for: person)
        return reading.prepared(try await history(reading))
    }

    /// How the settings came to be, newest first.
    public func history(of person: PersonID) async throws(VaultError) -> VisibilityHistory {
        try await history(point.reading(for: person))
    }

    func history(_ reading: Reading) async throws(VaultError) -> VisibilityHistory {
        guard let head = try await reading.head(of: reading.viewer),
            let keys = try await vault.ownerKeys(of: reading.viewer)
        else {
            return VisibilityHistory(entries: [])
        }
        let friends = Set(try await reading.friends().map(\.handle))
        let names = Self.historyNames(of: head)
        var entries: [VisibilityHistory.Entry] = []
        for (name, box) in zip(names, try await vault.boxes(names)) {
            if let entry = vault.open(box, as: name, with: keys.open, VisibilityHistory.Entry.read) {
                entries.append(entry.naming(friends: friends))
            }
        }
        return VisibilityHistory(entries: entries)
    }

    /// The same as ``preview(_:of:)``, for an answer to the owner.
    public func preview(
        _ patch: VisibilityPatch, answering person: PersonID
    ) async throws -> Prepared<VisibilityPreview> {
        let reading = point.reading(for: person)
        return reading.prepared(try await preview(patch, reading))
    }

    /// What a patch would widen and narrow, were it applied now.
    ///
    /// Nothing is changed.
    public func preview(_ patch: VisibilityPatch, of person: PersonID) async throws -> VisibilityPreview {
        try await preview(patch, point.reading(for: person))
    }

    private func preview(_ patch: VisibilityPatch, _ reading: Reading) async throws -> VisibilityPreview {
        guard let head = try await reading.head(of: reading.viewer) else { throw VisibilityError.unknownPerson }
        let changed = try await applied(patch, to: head, mayWiden: true) { person in try await reading.head(of: person)
        }
        return try await VisibilityComparison(point: point).preview(from: head, to: changed, reading)
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
            var changed = try await settings.applied(patch, to: head, mayWiden: mayWiden) { person in
                try await transaction.head(of: person)
            }
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
            try await BlockedFriendships(transaction: transaction).settle(from: head, to: changed)
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
            // The same word is noted all the same where it was somebody else's so far.
            if current == visibility, facts.hasOwnWord || facts.others == .none { return }
            if !mayWiden, visibility.widens(current) { throw VisibilityError.widens }
            try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(person)
            try await PurchaseWriter(point: point, transaction: transaction).change(location) {
                $0.override = visibility.override
                $0.flags.insert(.spoken)
            }
        }
    }

    /// What a patch makes of an owner's settings.
    ///
    /// Without `mayWiden`, what is stated once more keeps the revision under which it was agreed to.
    private func applied(
        _ patch: VisibilityPatch, to head: Head, mayWiden: Bool,
        reading other: (PersonID) async throws -> Head?
    ) async throws -> Head {
        var head = head
        let now = vault.clock.now
        let rulebook = point.rulebook
        if !patch.consent.isEmpty {
            do {
                let changed = try head.consent.applying(
                    patch.consent, policy: rulebook.policy, stamp: ConsentStamp(revision: rulebook.ordinal, at: now),
                    minor: head.isMinor)
                head.consent = mayWiden ? changed : changed.keepingStamps(of: head.consent)
            } catch {
                throw VisibilityError.consent(error)
            }
        }
        let restored = try await unblock(patch.blocks.remove, in: &head, reading: other)
        for (handles, isClose) in [(patch.closeFriends.remove, false), (patch.closeFriends.add, true)] {
            for handle in handles {
                let friend = try await friend(handle, of: head, .closeFriends, restored, reading: other)
                head.friends[friend]?.isClose = isClose
            }
        }
        for (handle, from) in patch.friendsSeeFrom {
            let friend = try await friend(handle, of: head, .friendsSeeFrom, restored, reading: other)
            head.friends[friend]?.visibleFrom = from
        }
        for handle in patch.blocks.add {
            let person = try await insert(handle, into: &head.blocks, .blocks, owner: head.id)
            if let person, head.friends.removeValue(forKey: person) != nil { head.severed.insert(person) }
        }
        for handle in patch.mutes.remove { head.mutes.remove(handle) }
        for handle in patch.mutes.add { _ = try await insert(handle, into: &head.mutes, .mutes, owner: head.id) }
        for (members, list) in [(head.blocks, VisibilityError.MemberList.blocks), (head.mutes, .mutes)] {
            guard members.count <= Head.maximumBlocks else { throw VisibilityError.listFull(list: list) }
        }
        return head
    }

    /// Takes blocks away and makes those friends anew whom the platform tells as friends; returns them.
    ///
    /// Nothing of the former friendship comes back: neither side is close, and each sees what is released from now on.
    private func unblock(
        _ handles: [Handle], in head: inout Head, reading other: (PersonID) async throws -> Head?
    ) async throws -> Set<PersonID> {
        if handles.isEmpty { return [] }
        for handle in handles {
            // Records of earlier versions keep the friendship beside the block.
            if let person = head.blocks.entries[handle].flatMap(\.self), head.friends.removeValue(forKey: person) != nil
            {
                head.severed.insert(person)
            }
            head.blocks.remove(handle)
        }
        var restored: Set<PersonID> = []
        for person in head.severed.sorted() {
            guard let person = try await other(person), !head.hasBlocked(person) else { continue }
            head.severed.remove(person.id)
            // Who has blocked this person in turn is no friend until that block is lifted too.
            if person.hasBlocked(head) { continue }
            head.friends[person.id] = Head.Friendship(visibleFrom: vault.clock.now, isClose: false)
            restored.insert(person.id)
        }
        return restored
    }

    /// The friend whom a handle names.
    ///
    /// Throws the same error for a handle that names nobody, no friend, or one of whom a block has parted the owner.
    private func friend(
        _ handle: Handle, of head: Head, _ list: VisibilityError.MemberList, _ restored: Set<PersonID>,
        reading other: (PersonID) async throws -> Head?
    ) async throws -> PersonID {
        let person = try await vault.person(handle)
        guard let person, head.friends[person] != nil, let friend = try await other(person),
            restored.contains(person) || head.isFriend(of: friend)
        else { throw VisibilityError.unknownMember(list: list) }
        return person
    }

    /// Adds a handle to a list; returns whom it names now.
    private func insert(
        _ handle: Handle, into members: inout NamedPeople, _ list: VisibilityError.MemberList, owner: PersonID
    ) async throws -> PersonID? {
        let person = try await vault.person(handle)
        guard person != owner else { throw VisibilityError.unknownMember(list: list) }
        members.insert(handle, naming: person)
        return person
    }
}
