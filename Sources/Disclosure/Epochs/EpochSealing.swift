import Domain
@_spi(EnforcementPoint) import Sealing

/// Seals what an owner has of epochs, and of answers to deeds, anew, as part of a larger write.
struct EpochSealing {
    /// What is to be sealed anew; nothing in a part that there is not.
    struct Records {
        let visits: [UInt8]?
        let sales: [UInt8]?
        let standing: [UInt8]?
        let deeds: [UInt8]?

        var count: Int { [visits, sales, standing, deeds].count { $0 != nil } }
    }

    let vault: Vault

    /// Everything of an owner; nothing where something does not open and is not given up.
    func records(of person: PersonID, _ keys: OwnerKeys, givingUp: Bool) async throws(VaultError) -> Records? {
        let visits = try await bytes(.visits(of: person), keys.withheld)
        let sales = try await bytes(.sales(of: person), keys.withheld)
        let standing = try await bytes(.standing(of: person), keys.open)
        let deeds = try await bytes(.deeds(of: person), keys.open)
        guard givingUp || [visits, sales, standing, deeds].allSatisfy(\.opens) else { return nil }
        // What is given up begins anew: a record that is missing though it was counted would be taken for one that was lost.
        return Records(
            visits: visits.opens ? visits.bytes : Visits().encoded(),
            sales: sales.opens ? sales.bytes : [Sale]().encoded(),
            standing: standing.opens ? standing.bytes : BoardStanding().encoded(),
            deeds: deeds.opens ? deeds.bytes : [KeptAnswerToDeed]().encoded())
    }

    func put(
        _ records: Records, of person: PersonID, _ keys: OwnerKeys, _ transaction: WriteTransaction
    ) async throws(VaultError) {
        if let visits = records.visits {
            transaction.put(visits, as: try await transaction.raised(.visits(of: person)), with: keys.withheld)
        }
        if let sales = records.sales {
            transaction.put(sales, as: try await transaction.raised(.sales(of: person)), with: keys.withheld)
        }
        if let deeds = records.deeds {
            transaction.put(deeds, as: try await transaction.raised(.deeds(of: person)), with: keys.open)
        }
        if let standing = records.standing {
            transaction.put(standing, as: try await transaction.raised(.standing(of: person)), with: keys.open)
        }
    }

    /// Seals the log anew; says whether there is one.
    ///
    /// One that does not open and is given up begins anew: no epoch is released again.
    func sealLog(in transaction: WriteTransaction, givingUp: Bool) async throws(VaultError) -> Bool {
        let log = try await bytes(.epochLog, vault.keys.serviceKey)
        guard let bytes = log.bytes ?? (givingUp && !log.opens ? EpochState().encoded() : nil) else { return false }
        transaction.put(bytes, as: try await transaction.raised(.epochLog), with: vault.keys.serviceKey)
        return true
    }

    private func bytes<Class: SealingClass>(
        _ name: RecordName, _ key: RecordKey<Class>
    ) async throws(VaultError) -> (bytes: [UInt8]?, opens: Bool) {
        let bytes = try await vault.counted([name], with: { _ in key }) { (bytes) throws(RecordFormatError) in
            (0..<bytes.count).map { bytes[$0] }
        }[0]
        if let bytes { return (bytes, true) }
        return (nil, try await vault.boxes([name])[0] == nil)
    }
}
