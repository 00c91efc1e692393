import Domain
@_spi(EnforcementPoint) import Sealing

/// Keeps the remains of former buyers within reach when the last buyer's row goes for good.
///
/// The index leads to one row of a key. Remains of somebody else lie in that person's own ledger; once the row that the index
/// leads to is erased or has expired, the index has to lead to those instead. Nothing is looked for unless such a row said
/// that there are others.
struct RemainsOfOthers {
    let vault: Vault
    let transaction: WriteTransaction

    /// Leads keys whose entries go to remains of others than the person whose rows go; the keys are by the nonces of their
    /// purchases.
    func lead(_ keys: [UInt64: PurchaseKey], except person: PersonID) async throws {
        if keys.isEmpty { return }
        for other in try await Roster.people(vault).map(\.person) where other != person {
            guard let head = try await vault.head(of: other)?.value else { continue }
            let open = try await OwnerRecords(open: vault).readFacts(of: head).facts
            let withheld = try await OwnerRecords(withheld: vault).readFacts(of: head).facts
            for (facts, isWithheld) in [(open, false), (withheld, true)] {
                for (ordinal, fact) in facts where fact.isGone {
                    guard let key = keys[fact.nonce] else { continue }
                    let location = PurchaseLocation(owner: other, isWithheld: isWithheld, ordinal: ordinal)
                    transaction.put(location.encoded(), as: .purchase(key), with: vault.keys.serviceKey)
                }
            }
        }
    }
}
