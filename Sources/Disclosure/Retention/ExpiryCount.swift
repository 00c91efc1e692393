import Domain
import PolicyEngine

/// Counts what a policy would erase by age, before it is loaded; erases nothing.
struct ExpiryCount {
    let vault: Vault
    let tokens: AccessTokens

    /// Purchases, entries of history and tokens that are older than the rules keep them; those that do not open are left out.
    func extent(under rules: RetentionRules?) async throws -> ExpiredExtent {
        var extent = ExpiredExtent()
        func limit(_ kind: RetentionRules.Kind) -> Instant? {
            rules?.months[kind].flatMap { Retention.limit(months: $0, before: vault.clock.now) }
        }
        let (purchases, history) = (limit(.purchases), limit(.history))
        for (person, _) in try await Roster.people(vault) where purchases != nil || history != nil {
            let found = try? await count(person, purchases: purchases, history: history)
            extent.purchases += found?.purchases ?? 0
            extent.history += found?.history ?? 0
        }
        if let end = limit(.tokens) {
            for digest in try await Roster.tokens.entries(vault) {
                if try await tokens.load(TokenDigest(bytes: digest))?.hasEnded(before: end) == true {
                    extent.tokens += 1
                }
            }
        }
        return extent
    }

    private func count(
        _ person: PersonID, purchases: Instant?, history: Instant?
    ) async throws -> (purchases: Int, history: Int) {
        try await vault.write { transaction in
            transaction.isJournaled = false
            guard let head = try await transaction.head(of: person) else { return (0, 0) }
            var bought = 0
            if let purchases {
                let facts =
                    try await OwnerRecords(open: vault).facts(of: head)
                    + OwnerRecords(withheld: vault).facts(of: head)
                bought = facts.filter { Int64($0.facts.minute) < purchases.minutes }.count
            }
            var written = 0
            if let history {
                written = try await HistoryWriter(transaction: transaction).entries(of: head)
                    .filter { Instant($0.entry.at).map { $0 < history } ?? false }.count
            }
            return (bought, written)
        }
    }
}

extension AccessToken {
    /// Whether it expired or was revoked before an instant.
    func hasEnded(before limit: Instant) -> Bool {
        [revokedAt, expiresAt].compactMap(\.self).min().map { $0 < limit } ?? false
    }
}
