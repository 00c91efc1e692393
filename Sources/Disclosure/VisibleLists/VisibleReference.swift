import Domain

/// One item that an audience may see, without a word of what it is.
public struct VisibleReference: Hashable, Sendable {
    /// The end of the disclosed bucket, in minutes since 1970: items are sorted by it, newest first.
    public let sortMinute: UInt32
    /// The minute from which it may be seen.
    public let releaseMinute: UInt32
    /// Orders items of the same `sortMinute`: a keyed digest, of a purchase its nonce.
    public let tie: UInt64
    let ordinal: UInt32
    let disclosureCode: UInt16
    let kind: ActivityKind

    init(
        sortMinute: UInt32, releaseMinute: UInt32, tie: UInt64, ordinal: UInt32, disclosure: Disclosure,
        kind: ActivityKind
    ) {
        self.sortMinute = sortMinute
        self.releaseMinute = releaseMinute
        self.tie = tie
        self.ordinal = ordinal
        disclosureCode = disclosure.code
        self.kind = kind
    }

    var disclosure: Disclosure { Disclosure(code: disclosureCode) ?? .nothing }

    /// Where it stands in a feed.
    public var position: FeedPosition { FeedPosition(sortMinute: sortMinute, tie: tie) }
}

/// A place in the order of a feed: newest first, then by tie.
public struct FeedPosition: Hashable, Comparable, Sendable {
    public let sortMinute: UInt32
    public let tie: UInt64

    public init(sortMinute: UInt32, tie: UInt64) {
        self.sortMinute = sortMinute
        self.tie = tie
    }

    /// Whether the first comes before the second in a feed.
    public static func < (left: FeedPosition, right: FeedPosition) -> Bool {
        left.sortMinute == right.sortMinute ? left.tie < right.tie : left.sortMinute > right.sortMinute
    }
}
