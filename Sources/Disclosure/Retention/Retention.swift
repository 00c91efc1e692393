public import Domain
public import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Erases by age what the policy keeps no longer.
///
/// Not journaled: what has expired in a database expires again in an older copy of it.
public struct Retention: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// The instant before which things of a kind have expired; nothing when they are kept.
    public func limit(_ kind: RetentionRules.Kind) -> Instant? {
        guard let months = point.rulebook.policy.retention?.months[kind] else { return nil }
        return Self.limit(months: months, before: vault.clock.now)
    }

    /// So many months of the calendar earlier, at the start of a day in UTC.
    public static func limit(months: Int, before now: Instant) -> Instant? {
        let (year, month, day) = CivilDay(number: Int32(now.minutes / 1440)).date
        let total = year * 12 + month - 1 - months
        // The last day of a shorter month is meant where there is no such day.
        return (0..<4).lazy.compactMap {
            CivilDay(year: total / 12, month: total % 12 + 1, day: day - $0)?.startInUTC
        }.first
    }

    /// Erases what has expired; a write for each person, so that others wait for none of it for long.
    public func eraseExpired() async throws -> ExpiredExtent {
        var extent = ExpiredExtent()
        let purchases = limit(.purchases)
        let history = limit(.history)
        if purchases != nil || history != nil {
            for person in try await point.people.all() {
                do {
                    try await eraseExpired(of: person, purchases: purchases, history: history, &extent)
                } catch VaultError.unreadable {
                    // One who cannot be read keeps nobody else's things; the failure is counted.
                    continue
                }
            }
        }
        if let limit = limit(.tokens) { extent.tokens = try await eraseTokens(before: limit) }
        if let limit = limit(.backups) {
            extent.tombstones = try await Tombstones(vault: vault).shorten(erasedBefore: limit)
        }
        extent.certificates = try await point.erasure.removeExpiredCertificates()
        return extent
    }

    private func eraseExpired(
        of person: PersonID, purchases: Instant?, history: Instant?, _ extent: inout ExpiredExtent
    ) async throws {
        let (bought, written) = try await vault.write { transaction in
            if purchases != nil {
                try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(person)
            }
            guard let head = try await transaction.head(of: person) else { return (0, 0) }
            transaction.isJournaled = false
            transaction.leavesNoResidue = true
            var bought = 0
            if let purchases {
                bought = try await point.intake.removeAll(of: head, before: purchases, transaction)
                if var head = try await transaction.head(of: person), head.lostRemains > 0,
                    Int64(head.lostRemains) < purchases.minutes
                {
                    head.lostRemains = 0
                    _ = try await transaction.keys(of: person)
                    transaction.put(head)
                }
            }
            var written = 0
            if let history {
                for (number, entry) in try await HistoryWriter(transaction: transaction).entries(of: head) {
                    guard let at = Instant(entry.at), at < history else { continue }
                    transaction.delete(.history(person, number))
                    written += 1
                }
                if written > 0 { transaction.touch(person) }
            }
            return (bought, written)
        }
        extent.purchases += bought
        extent.history += written
    }

    private func eraseTokens(before limit: Instant) async throws -> Int {
        try await vault.write { transaction in
            transaction.isJournaled = false
            transaction.leavesNoResidue = true
            var gone: [[UInt8]] = []
            for digest in try await Roster.tokens.entries(vault) {
                guard let token = try await point.tokens.load(TokenDigest(bytes: digest)),
                    let end = [token.revokedAt, token.expiresAt].compactMap(\.self).min(), end < limit
                else { continue }
                transaction.deleteCounted(.token(digest))
                gone.append(digest)
            }
            try await Roster.tokens.vacate(gone, in: transaction)
            return gone.count
        }
    }
}
