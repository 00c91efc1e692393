public import Domain
@_spi(EnforcementPoint) import Sealing
import Synchronization

/// Single-use, expiring, unguessable tickets, each good for one person's export.
///
/// Nothing is made until a ticket is used, and nothing but the ticket's digest is kept. Bounded: one a person, the
/// oldest gives way when there are too many.
public final class ExportTickets: Sendable {
    /// How long a ticket is good, in seconds.
    public static let lifetime: Int64 = 15 * 60
    private static let length = 32

    private struct Pending {
        var person: PersonID
        var expiresAt: Instant
    }

    private let limit: Int
    private let random: any RandomSource
    private let clock: any WallClock
    private let pending = Mutex<[TokenDigest: Pending]>([:])
    private let keys: KeyHierarchy

    init(keys: KeyHierarchy, random: any RandomSource, clock: any WallClock, limit: Int = 1_000) {
        self.keys = keys
        self.random = random
        self.clock = clock
        self.limit = limit
    }

    /// A new ticket; an earlier one of the same person is good no more.
    public func issue(to person: PersonID) -> (ticket: String, expiresAt: Instant) {
        let secret = random.bytes(Self.length)
        let now = clock.now
        let expiresAt = now.advanced(bySeconds: Self.lifetime)
        pending.withLock { pending in
            pending = pending.filter { $0.value.person != person && now < $0.value.expiresAt }
            while pending.count >= limit, let oldest = pending.min(by: { $0.value.expiresAt < $1.value.expiresAt }) {
                pending[oldest.key] = nil
            }
            pending[digest(secret)] = Pending(person: person, expiresAt: expiresAt)
        }
        return (Base64URL.encode(secret), expiresAt)
    }

    /// Uses a ticket up; false for one that is unknown, used, expired, or another person's, which stays good for them.
    public func redeem(_ ticket: String, by person: PersonID) -> Bool {
        guard ticket.utf8.count <= 64, let secret = Base64URL.decode(ticket), secret.count == Self.length else {
            return false
        }
        let key = digest(secret)
        let now = clock.now
        return pending.withLock { pending in
            guard let found = pending[key], found.person == person else { return false }
            pending[key] = nil
            return now < found.expiresAt
        }
    }

    private func digest(_ secret: [UInt8]) -> TokenDigest {
        TokenDigest(bytes: keys.digest(.token, [Array("export".utf8), secret]))
    }
}
