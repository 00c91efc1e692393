import Domain
@_spi(EnforcementPoint) import Sealing

/// Takes people who are gone out of what others did in their shops: visits, sales, and purchases that came through them.
///
/// It lies with those who did it, and there is no list of who that was; so everybody is looked through, and only those who
/// name one of them are written.
struct ShopMentions {
    let point: EnforcementPoint
    let transaction: WriteTransaction
    let isGone: (PersonID) -> Bool
    private var vault: Vault { point.vault }

    private static let peopleAtOnce = 500

    init(point: EnforcementPoint, transaction: WriteTransaction, isGone: @escaping (PersonID) -> Bool) {
        self.point = point
        self.transaction = transaction
        self.isGone = isGone
    }

    /// Answers which of the people named one of them.
    func remove(from people: [PersonID]) async throws -> Set<PersonID> {
        var named: Set<PersonID> = []
        for start in stride(from: 0, to: people.count, by: Self.peopleAtOnce) {
            let people = people[start..<min(start + Self.peopleAtOnce, people.count)]
            let names = people.flatMap { [RecordName.visits(of: $0), .sales(of: $0)] }
            try await transaction.prefetch(names)
            // All counters in one reading.
            _ = try await vault.counters.expected(names.map(vault.keys.address))
            for person in people {
                guard let head = try await transaction.head(of: person) else { continue }
                let visits = try await removeVisits(of: person)
                let sales = try await removeSales(of: person)
                let open = try await removeFromPurchases(of: head, OwnerRecords(open: vault), \.open)
                let withheld = try await removeFromPurchases(of: head, OwnerRecords(withheld: vault), \.withheld)
                guard visits || sales || open || withheld else { continue }
                named.insert(person)
                transaction.touch(person)
            }
        }
        return named
    }

    private func removeVisits(of person: PersonID) async throws -> Bool {
        let name = try await transaction.current(.visits(of: person))
        guard let box = try await transaction.box(name) else { return false }
        let keys = try await transaction.keys(of: person)
        guard var visits = vault.open(box, as: name, with: keys.withheld, Visits.init), visits.remove(isGone) else {
            return false
        }
        transaction.put(visits.encoded(), as: try await transaction.raised(name), with: keys.withheld)
        return true
    }

    private func removeSales(of person: PersonID) async throws -> Bool {
        do {
            return try await SaleFiling(point: point, transaction: transaction).forget(shops: isGone, of: person)
        } catch VaultError.unreadable {
            // Nobody reads a name in what does not open.
            return false
        }
    }

    private func removeFromPurchases<Class: SealingClass>(
        of head: Head, _ records: OwnerRecords<Class>, _ key: (OwnerKeys) -> RecordKey<Class>
    ) async throws -> Bool {
        let facts = try await records.facts(of: head).filter { $0.facts.flags.contains(.throughShop) }
        if facts.isEmpty { return false }
        let keys = try await transaction.keys(of: head.id)
        let names = facts.map { RecordName.details(head.id, Class.keyClass, $0.ordinal, of: $0.facts.nonce) }
        try await transaction.prefetch(names)
        var isChanged = false
        for name in names {
            let details = vault.open(try await transaction.box(name), as: name, with: key(keys)) {
                (bytes) throws(RecordFormatError) in
                try OpenedPurchase.encoded(bytes, withoutShop: isGone)
            }
            guard case .some(.some(let details)) = details else { continue }
            transaction.put(details, as: name, with: key(keys))
            isChanged = true
        }
        return isChanged
    }
}
