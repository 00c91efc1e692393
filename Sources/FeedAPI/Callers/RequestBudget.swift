import Synchronization

/// How many requests each token may still make: a generic cell rate algorithm per token, bounded in memory.
///
/// Depends on when the token itself was used and on nothing else, so it tells nothing of anybody's.
/// Source: ITU-T I.371, annex A.
final class RequestBudget: Sendable {
    /// What one request did to a token's budget.
    struct Standing: Sendable, Equatable {
        let isAllowed: Bool
        /// How many more requests could follow at once.
        let remaining: Int
        /// Seconds, rounded up, until the budget is whole again.
        let secondsToFull: Int
        /// Seconds, rounded up, until one more request is allowed.
        let secondsToNext: Int
    }

    let quota: Int
    let windowSeconds: Int
    private let window: Int64
    private let interval: Int64
    private let capacity: Int
    /// For each token the moment at which its budget is whole again, in nanoseconds of uptime.
    private let wholeAgain = Mutex<[String: Int64]>([:])

    init(quota: Int, window: Duration, capacity: Int) {
        self.quota = max(1, quota)
        self.capacity = max(1, capacity)
        self.window = max(1, window.nanoseconds)
        interval = max(1, self.window / Int64(self.quota))
        windowSeconds = Int(Self.seconds(self.window))
    }

    /// Counts a request that arrived at a moment of uptime.
    func spend(token: String, at uptime: Duration) -> Standing {
        let now = uptime.nanoseconds
        return wholeAgain.withLock { moments in
            let before = max(moments[token] ?? now, now)
            let after = before + interval
            let isAllowed = after - now <= window
            if isAllowed {
                if moments[token] == nil, moments.count >= capacity { Self.makeRoom(in: &moments, at: now) }
                moments[token] = after
            }
            let moment = isAllowed ? after : before
            return Standing(
                isAllowed: isAllowed, remaining: Int(max(0, window - (moment - now)) / interval),
                secondsToFull: Int(Self.seconds(moment - now)),
                secondsToNext: Int(Self.seconds(max(0, moment + interval - window - now))))
        }
    }

    /// Forgets budgets that are whole again, which loses nothing; if there are none, the half that is nearest to it.
    private static func makeRoom(in moments: inout [String: Int64], at now: Int64) {
        let count = moments.count
        moments = moments.filter { $0.value > now }
        guard moments.count == count else { return }
        let middle = moments.values.sorted()[count / 2]
        moments = moments.filter { $0.value > middle }
    }

    private static func seconds(_ nanoseconds: Int64) -> Int64 { (nanoseconds + 999_999_999) / 1_000_000_000 }
}

extension Duration {
    /// Whole nanoseconds, for sums that must be exact.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
