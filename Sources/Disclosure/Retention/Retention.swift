public import Domain
import PolicyEngine
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

    /// How long things are kept by what was loaded; a policy that only decides for one task erases nothing.
    public func schedule() async throws -> RetentionSchedule {
        try await RetentionSchedule(point.rulebooks.store)
    }

    /// The things that are still kept and will be erased, in words for the operator.
    public func pending() async throws -> [String] {
        try await schedule().pending(at: vault.clock.now).map(\.description)
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
        let schedule = try await self.schedule()
        func expiry(_ kind: RetentionRules.Kind) -> Instant? {
            schedule.months(kind, at: vault.clock.now).flatMap { Self.limit(months: $0, before: vault.clock.now) }
        }
        let purchases = expiry(.purchases)
        let history = expiry(.history)
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
        if let limit = expiry(.tokens) { extent.tokens = try await eraseTokens(before: limit) }
        if let limit = expiry(.backups) {
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
                    token.hasEnded(before: limit)
                else { continue }
                transaction.deleteCounted(.token(digest))
                gone.append(digest)
            }
            try await Roster.tokens.vacate(gone, in: transaction)
            return gone.count
        }
    }
}
