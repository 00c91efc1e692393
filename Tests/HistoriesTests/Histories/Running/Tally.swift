/// What came of many histories.
public struct Tally: Sendable {
    public private(set) var count: UInt64 = 0
    /// Histories in which somebody saw a purchase of somebody else.
    public private(set) var withSights: UInt64 = 0
    public private(set) var sights = 0
    public private(set) var acknowledged = 0
    public private(set) var refused = 0
    public private(set) var open: [Rule: Int] = [:]
    /// An example of each open promise that was broken.
    public private(set) var examples: [Rule: String] = [:]
    /// Histories that broke a promise that is held, made small; at most ``maximumReports``.
    public private(set) var reports: [String] = []
    public private(set) var broken: UInt64 = 0

    public static let maximumReports = 5

    /// Runs histories two at a time.
    public init(
        _ histories: Histories, count: UInt64, from first: UInt64, progress: (Tally) -> Void = { _ in }
    ) async throws {
        for seed in stride(from: first, to: first + count, by: 2) {
            async let even = Self.ran(histories, seed)
            async let odd = seed + 1 < first + count ? Self.ran(histories, seed + 1) : nil
            for ran in [try await even, try await odd].compactMap(\.self) {
                add(ran.outcome)
                for (rule, violation) in ran.outcome.examples where examples[rule] == nil {
                    examples[rule] = histories.report(ran.history, violation)
                }
                guard let violation = ran.outcome.violation else { continue }
                broken += 1
                guard reports.count < Self.maximumReports else { continue }
                let smallest = try await histories.smallest(ran.history, breaking: violation.rule, budget: 250)
                let told = try await histories.outcome(of: smallest).violation ?? violation
                reports.append(histories.report(smallest, told))
            }
            progress(self)
        }
    }

    private static func ran(
        _ histories: Histories, _ seed: UInt64
    ) async throws -> (history: History, outcome: HistoryOutcome)? {
        let history = histories.history(seed)
        return (history, try await histories.outcome(of: history))
    }

    private mutating func add(_ outcome: HistoryOutcome) {
        count += 1
        if outcome.sights > 0 { withSights += 1 }
        sights += outcome.sights
        acknowledged += outcome.acknowledged
        refused += outcome.refused
        open.merge(outcome.open, uniquingKeysWith: +)
    }

    public var text: String {
        let counted = open.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        return "histories: \(count), of which \(withSights) show something; \(sights) sights, "
            + "\(acknowledged) steps acknowledged, \(refused) refused; \(broken) broke a promise"
            + (counted.isEmpty ? "" : "; open promises broken: \(counted.joined(separator: ", "))")
    }
}
