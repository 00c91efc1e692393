public import Domain
public import PolicyEngine
public import Storage

/// How long things are kept at a moment, by everything that was ever loaded.
///
/// A policy that keeps less erases nothing for it until its grace has passed since it was loaded, and that of the policy
/// before it: until then things are kept for the longest of both times. The instants of the loads are on disk, so that a
/// restart neither shortens nor renews the grace. Before the first load, and by a policy whose times are not on record,
/// everything was kept.
public struct RetentionSchedule: Sendable {
    /// The things that are still kept and will be erased.
    public struct Pending: Hashable, Sendable, CustomStringConvertible {
        public let change: RetentionChange
        /// When the first erasure may follow it.
        public let from: Instant

        public var description: String {
            "from \(from) on `\(change.kind.rawValue)` older than \(RetentionChange.words(change.after)) are erased, which "
                + "are kept for \(RetentionChange.words(change.before)) until then"
        }
    }

    private struct Span {
        /// `nil` keeps everything.
        let rules: RetentionRules?
        /// Until when it counts, which is longer than it was in force; `nil` for what is in force.
        let graceEnd: Instant?
    }

    private let spans: [Span]

    /// Reads what was loaded when.
    public init(_ store: any PolicyStore) async throws(StorageError) {
        self.init(try await PolicyHistory(store))
    }

    init(_ history: PolicyHistory) {
        let loaded = history.loads.map { (rules: history.remembered($0.ordinal)?.retention, at: $0.at) }
        let all = [(rules: RetentionRules?.none, at: Instant(seconds: Int64.min))] + loaded
        spans = all.indices.map { index in
            guard index + 1 < all.count else { return Span(rules: all[index].rules, graceEnd: nil) }
            let grace = [all[index], all[index + 1]].map { $0.rules?.graceDays ?? RetentionRules.usualGraceDays }.max()
            return Span(
                rules: all[index].rules,
                graceEnd: all[index + 1].at.advanced(bySeconds: Int64(grace ?? 0) * 86_400))
        }
    }

    /// The months for which things of a kind are kept; `nil` when they are not erased by age.
    public func months(_ kind: RetentionRules.Kind, at now: Instant) -> Int? {
        Self.months(kind, at: now, spans)
    }

    private static func months(_ kind: RetentionRules.Kind, at now: Instant, _ spans: some Sequence<Span>) -> Int? {
        let counting = spans.filter { $0.graceEnd.map { now < $0 } ?? true }.map { $0.rules?.months[kind] }
        return counting.contains(nil) ? nil : counting.compactMap(\.self).max()
    }

    /// Counts, kind by kind, the things that the policy loaded last erases once its grace has passed.
    ///
    /// The grace of the first policy of an installation is kept, but not told of: nobody was promised more.
    public func pending(at now: Instant) -> [Pending] {
        let spans = spans.dropFirst()
        guard let rules = spans.last?.rules else { return [] }
        return RetentionRules.Kind.allCases.compactMap { kind in
            let change = RetentionChange(
                kind: kind, before: Self.months(kind, at: now, spans), after: rules.months[kind])
            guard change.destroys else { return nil }
            let last = spans.compactMap { span -> Instant? in
                guard let end = span.graceEnd, now < end else { return nil }
                let isLonger = RetentionChange(kind: kind, before: span.rules?.months[kind], after: rules.months[kind])
                    .destroys
                return isLonger ? end : nil
            }.max()
            return last.map { Pending(change: change, from: $0) }
        }
    }
}
