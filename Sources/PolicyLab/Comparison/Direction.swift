public import Domain

/// Which way a change goes: whether it shows more, less, or both.
public enum Direction: String, Sendable, Codable, Hashable, CaseIterable {
    /// Something may be seen that could not be seen before.
    case wider
    case narrower
    /// Some of it wider and some narrower, or not to be compared.
    case mixed
    /// A change after which nothing can be seen more or less.
    case neutral

    /// Whether anything may become more visible.
    // INVARIANT: what cannot be compared counts as wider.
    public var widens: Bool { self == .wider || self == .mixed }

    private init(more: Bool, less: Bool) {
        self = more ? less ? .mixed : .wider : less ? .narrower : .neutral
    }

    /// From one disclosure to another; in different fields it may go either way.
    public init(from before: Disclosure, to after: Disclosure) {
        self.init(more: !after.isAtMost(before), less: !before.isAtMost(after))
    }

    /// Of a figure of which the greater discloses more.
    static func greaterIsWider<Value: Comparable>(_ before: Value, _ after: Value) -> Direction {
        Direction(more: after > before, less: after < before)
    }

    /// Of a figure of which the smaller discloses more.
    static func smallerIsWider<Value: Comparable>(_ before: Value, _ after: Value) -> Direction {
        greaterIsWider(after, before)
    }

    /// Of both changes together.
    public func joined(with other: Direction) -> Direction {
        Direction(
            more: widens || other.widens,
            less: [self, other].contains { $0 == .narrower || $0 == .mixed })
    }
}
