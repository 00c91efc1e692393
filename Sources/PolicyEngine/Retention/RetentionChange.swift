/// One kind of things that a policy keeps for another time than the one before it.
///
/// Not personal data.
public struct RetentionChange: Hashable, Sendable, CustomStringConvertible {
    public let kind: RetentionRules.Kind
    /// In months; `nil` where they are kept until erased for another reason.
    public let before: Int?
    public let after: Int?

    public init(kind: RetentionRules.Kind, before: Int?, after: Int?) {
        self.kind = kind
        self.before = before
        self.after = after
    }

    /// Whether things are erased that would have been kept.
    public var destroys: Bool {
        guard let after else { return false }
        return before.map { after < $0 } ?? true
    }

    public var description: String {
        "`\(kind.rawValue)` are kept for \(Self.words(after)), they were kept for \(Self.words(before))"
    }

    /// `13 months`, or `ever`.
    public static func words(_ months: Int?) -> String {
        months.map { "\($0) \($0 == 1 ? "month" : "months")" } ?? "ever"
    }

    /// Every kind that two policies keep for different times; without rules everything is kept.
    public static func all(from before: RetentionRules?, to after: RetentionRules?) -> [RetentionChange] {
        RetentionRules.Kind.allCases.compactMap { kind in
            let change = RetentionChange(kind: kind, before: before?.months[kind], after: after?.months[kind])
            return change.before == change.after ? nil : change
        }
    }
}
