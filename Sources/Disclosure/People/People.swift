public import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Who there is, and who befriends whom: told by the host platform.
public struct People: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// A person as the platform tells it.
    public struct Profile: Sendable {
        public var handle: Handle
        public var name: String
        public var zone: Zone
        public var isMinor: Bool

        public init(handle: Handle, name: String, zone: Zone, isMinor: Bool) {
            self.handle = handle
            self.name = name
            self.zone = zone
            self.isMinor = isMinor
        }
    }

    /// A write of a person: each field that it does not name stays as it was.
    public struct Change: Sendable {
        public var handle: Handle
        /// `nil` leaves it as it was; a new person needs one.
        public var name: String?
        /// A zone that is cleared, or not named for a new person, is UTC.
        public var zone: FieldChange<Zone>
        /// `nil` leaves it as it was; a new person is of age.
        ///
        /// It cannot be cleared: leaving minority has to be said.
        public var isMinor: Bool?

        public init(
            handle: Handle, name: String? = nil, zone: FieldChange<Zone> = .asItWas, isMinor: Bool? = nil
        ) {
            self.handle = handle
            self.name = name
            self.zone = zone
            self.isMinor = isMinor
        }
    }

    /// The person whom a handle names now.
    public func find(_ handle: Handle) async throws(VaultError) -> PersonID? {
        try await vault.person(handle)
    }

    /// The handle and name of a person.
    public func profile(of person: PersonID) async throws(VaultError) -> Profile? {
        try await vault.head(of: person).map {
            Profile(handle: $0.value.handle, name: $0.value.name, zone: $0.value.zone, isMinor: $0.value.isMinor)
        }
    }

    /// Everybody there is.
    ///
    /// Sensitivity: for operators only.
    public func all() async throws(VaultError) -> [PersonID] {
        try await Roster.people(vault).map(\.person)
    }

    /// Puts people as a whole.
    ///
    /// Returns the faults by index; the rest is done.
    public func put(_ profiles: [Profile]) async throws -> [Int: PeopleError] {
        try await put(
            profiles.map { Change(handle: $0.handle, name: $0.name, zone: .to($0.zone), isMinor: $0.isMinor) })
    }

    /// Puts people: new ones get a number and keys, others are changed.
    ///
    /// Returns the faults by index; the rest is done.
    public func put(_ changes: [Change], dryRun: Bool = false) async throws -> [Int: PeopleError] {
        try await vault.write(dryRun: dryRun) { transaction in
            var faults: [Int: PeopleError] = [:]
            try await transaction.prefetch(changes.map { .directory($0.handle) })
            for (index, change) in changes.enumerated() {
                do {
                    try await put(change, transaction)
                } catch let error as PeopleError {
                    faults[index] = error
                }
            }
            return faults
        }
    }

    private func put(_ change: Change, _ transaction: WriteTransaction) async throws {
        let told = change.name.map { TextRule.name.normalized($0) }
        if case .some(nil) = told { throw PeopleError.invalidName }
        if let person = try await transaction.person(change.handle) {
            guard var head = try await transaction.head(of: person) else { throw VaultError.unreadable }
            let name = (told ?? nil) ?? head.name
            let zone = change.zone.applied(to: head.zone) ?? .utc
            let isMinor = change.isMinor ?? head.isMinor
            if head.name == name, head.zone == zone, head.isMinor == isMinor { return }
            // Coming into or out of minority resets sharing to off: nothing widens by itself.
            if head.isMinor != isMinor {
                try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(person)
                head.settledRaise = try await transaction.head(of: person)?.settledRaise ?? head.settledRaise
                head.consent.sharing = nil
            }
            head.name = name
            head.zone = zone
            head.isMinor = isMinor
            _ = try await transaction.keys(of: person)
            transaction.put(head)
            return
        }
        guard let name = told ?? nil else { throw PeopleError.nameMissing }
        let number = vault.random.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard number != 0 else { throw PeopleError.numberTaken }
        let person = PersonID(rawValue: number)
        try transaction.addPerson(
            Head(
                id: person, handle: change.handle, name: name, zone: change.zone.applied(to: nil) ?? .utc,
                isMinor: change.isMinor ?? false))
        let bytes = withUnsafeBytes(of: number.littleEndian) { Array($0) }
        transaction.put(bytes, as: .directory(change.handle), with: vault.keys.serviceKey)
        try await Roster.people.append(bytes, in: transaction)
    }

    /// Takes a person away, with everything held about them, see ``Erasure``.
    ///
    /// - Returns: the id of the erasure, or `nil` if nobody has the handle.
    /// - Throws: ``Erasure/Unfinished`` if not everything is gone yet.
    @discardableResult
    public func remove(_ handle: Handle) async throws -> String? {
        try await point.erasure.erase(handle)?.id
    }

    /// Befriends people.
    ///
    /// What was released before is not shown to the new friend. Where one has blocked the other, it is noted for the day on
    /// which the block is lifted, and nothing changes that anybody sees. Returns the faults by index.
    public func befriend(_ pairs: [(Handle, Handle)], dryRun: Bool = false) async throws -> [Int: PeopleError] {
        let now = vault.clock.now
        return try await changeRelations(pairs, narrows: false, dryRun: dryRun) { first, second throws(PeopleError) in
            if first.friends[second.id] != nil || first.severed.contains(second.id) || second.severed.contains(first.id)
            {
                return false
            }
            guard first.friends.count < Head.maximumFriends, second.friends.count < Head.maximumFriends else {
                throw .tooManyFriends
            }
            if first.hasBlocked(second) {
                first.severed.insert(second.id)
                return true
            }
            if second.hasBlocked(first) {
                second.severed.insert(first.id)
                return true
            }
            first.friends[second.id] = Head.Friendship(visibleFrom: now, isClose: false)
            second.friends[first.id] = Head.Friendship(visibleFrom: now, isClose: false)
            return true
        }
    }

    /// Ends friendships; each disappears from the other's lists.
    ///
    /// Returns the faults by index.
    public func unfriend(_ pairs: [(Handle, Handle)]) async throws -> [Int: PeopleError] {
        try await changeRelations(pairs, narrows: true) { first, second throws(PeopleError) in
            let former = (first, second)
            first.friends[second.id] = nil
            second.friends[first.id] = nil
            first.severed.remove(second.id)
            second.severed.remove(first.id)
            return (first, second) != former
        }
    }

    private func changeRelations(
        _ pairs: [(Handle, Handle)], narrows: Bool, dryRun: Bool = false,
        _ change: (inout Head, inout Head) throws(PeopleError) -> Bool
    ) async throws -> [Int: PeopleError] {
        try await vault.write(dryRun: dryRun) { transaction in
            transaction.narrows = narrows
            var faults: [Int: PeopleError] = [:]
            try await transaction.prefetch(pairs.flatMap { [.directory($0.0), .directory($0.1)] })
            for (index, (first, second)) in pairs.enumerated() {
                guard first != second else {
                    faults[index] = .samePerson
                    continue
                }
                guard let one = try await transaction.person(first), let other = try await transaction.person(second)
                else {
                    faults[index] = .unknownPerson
                    continue
                }
                guard var near = try await transaction.head(of: one), var far = try await transaction.head(of: other)
                else {
                    throw VaultError.unreadable
                }
                do throws(PeopleError) {
                    guard try change(&near, &far) else { continue }
                } catch {
                    faults[index] = error
                    continue
                }
                for head in [near, far] {
                    _ = try await transaction.keys(of: head.id)
                    transaction.put(head)
                }
            }
            return faults
        }
    }
}
