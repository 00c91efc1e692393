/// Runs histories, and makes those that break a promise small.
public struct Histories: Sendable {
    /// How tables are imported; without them hosts tell the same over the API, with the same fields left out.
    public var commands: (any OfflineCommands)?
    /// Promises that are counted when they are broken, and not yet held.
    public var openPromises: Set<Rule>
    /// How many steps a history has after its world is made.
    public var length: Int

    public init(commands: (any OfflineCommands)? = nil, openPromises: Set<Rule> = [], length: Int = 24) {
        self.commands = commands
        self.openPromises = openPromises
        self.length = length
    }

    public func history(_ seed: UInt64) -> History { HistoryGenerator.history(seed, length: length) }

    public func outcome(of history: History) async throws -> HistoryOutcome {
        let run = try await HistoryRun(history, commands: commands, openPromises: openPromises)
        await run.run()
        return run.outcome
    }

    /// The shortest history found that breaks the same rule as another; tries at most `budget` of them.
    public func smallest(_ history: History, breaking rule: Rule, budget: Int) async throws -> History {
        var kept = history
        if let violation = try await outcome(of: kept).violation {
            kept.steps.removeSubrange(min(violation.step + 1, kept.steps.count)...)
        }
        var budget = budget
        var size = max(1, kept.steps.count / 2)
        while true {
            var start = 0
            var isSmaller = false
            while start < kept.steps.count {
                guard budget > 0 else { return kept }
                var fewer = kept
                fewer.steps.removeSubrange(start..<min(start + size, kept.steps.count))
                budget -= 1
                if let violation = try await outcome(of: fewer).violation, violation.rule == rule {
                    // Steps after the broken promise do not matter.
                    fewer.steps.removeSubrange(min(violation.step + 1, fewer.steps.count)...)
                    kept = fewer
                    isSmaller = true
                } else {
                    start += size
                }
            }
            if size == 1, !isSmaller { return kept }
            size = max(1, size / 2)
        }
    }

    /// A broken promise as it is told: the rule, the history that broke it, and what was seen.
    public func report(_ history: History, _ violation: Violation) -> String {
        "\(violation.rule.rawValue): \(violation.sentence) (after step \(violation.step + 1))\n\(history.text)"
    }
}
