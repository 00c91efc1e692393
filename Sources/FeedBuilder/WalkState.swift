package import Disclosure
package import Domain

/// Where a walk through a feed stands: what a cursor holds.
package struct WalkState: Equatable {
    /// Nothing released later is shown in this walk, so that an item seen throughout appears exactly once.
    var start: Instant
    /// Only what was released after this is wanted; the beginning of time for all.
    var since: Instant
    /// The last item shown; nothing before the first page.
    var after: FeedPosition?

    var payload: [UInt8] {
        var bytes: [UInt8] = []
        for number in [start.seconds, since.seconds] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes + (after?.payload ?? [])
    }

    package init(start: Instant, since: Instant, after: FeedPosition?) {
        self.start = start
        self.since = since
        self.after = after
    }

    init?(payload: [UInt8]) {
        guard payload.count == 28, let after = FeedPosition(payload[16...]) else { return nil }
        self.init(
            start: Self.instant(payload[0..<8]), since: Self.instant(payload[8..<16]), after: after)
    }

    static func instant(_ bytes: some Collection<UInt8>) -> Instant {
        Instant(seconds: Int64(bitPattern: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }))
    }
}
