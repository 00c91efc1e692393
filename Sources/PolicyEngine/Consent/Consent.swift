public import Domain

/// What an owner agreed to: nothing, at first.
///
/// Every part carries the policy revision under which it was given, because it never discloses more than that revision did.
/// Sensitivity: personal.
public struct Consent: Hashable, Sendable {
    /// Sharing of purchases, from an instant on.
    public struct Sharing: Hashable, Sendable {
        /// Purchases made before are not shared.
        public var since: Instant
        public var stamp: ConsentStamp

        public init(since: Instant, stamp: ConsentStamp) {
            self.since = since
            self.stamp = stamp
        }
    }

    /// The audience and the group of classes that a level is chosen for.
    public struct Setting: Hashable, Sendable {
        public var audience: Audience
        public var tier: Tier

        public init(audience: Audience, tier: Tier) {
            self.audience = audience
            self.tier = tier
        }

        /// Every setting an owner has.
        public static let all: [Setting] = Audience.others.flatMap { audience in
            [Tier.ordinary, .ownerDecides, .coarsen].map { Setting(audience: audience, tier: $0) }
        }
    }

    /// A level as it was defined when the owner chose it.
    public struct Choice: Hashable, Sendable {
        public var level: Level
        public var disclosure: Disclosure
        public var stamp: ConsentStamp

        public init(level: Level, disclosure: Disclosure, stamp: ConsentStamp) {
            self.level = level
            self.disclosure = disclosure
            self.stamp = stamp
        }
    }

    /// Nothing while sharing is off.
    public var sharing: Sharing?
    /// The sensitive classes that the owner opted in.
    public var classes: [ClassCode: ConsentStamp]
    /// A setting that is not listed discloses nothing.
    public var choices: [Setting: Choice]
    /// When purchases were, are or will be made in private; oldest first.
    public var privateSpans: [PrivateSpan]

    public static let distantFuture = Instant(seconds: Int64.max)
    /// More spans than this are merged, the oldest first.
    public static let maximumPrivateSpans = 64

    /// A time of private mode, its end not included.
    public struct PrivateSpan: Hashable, Sendable {
        public var from: Instant
        /// `distantFuture` while no end was given.
        public var until: Instant

        public init(from: Instant, until: Instant) {
            self.from = from
            self.until = until
        }
    }

    /// Shares nothing.
    public init() {
        sharing = nil
        classes = [:]
        choices = [:]
        privateSpans = []
    }

    public func isPrivate(at instant: Instant) -> Bool {
        privateSpans.contains { $0.from <= instant && instant < $0.until }
    }

    mutating func startPrivateMode(from start: Instant, until end: Instant) {
        // A span that goes on for longer stays one span, so that it covers what it did before.
        if let last = privateSpans.indices.last, privateSpans[last].from <= start, start < privateSpans[last].until,
            privateSpans[last].until <= end
        {
            privateSpans[last].until = end
            return
        }
        endPrivateMode(at: start)
        privateSpans.append(PrivateSpan(from: start, until: end))
        if privateSpans.count > Self.maximumPrivateSpans {
            // Merging hides what lies between the two spans as well: it never shows more.
            let oldest = privateSpans.removeFirst()
            privateSpans[0].from = oldest.from
        }
    }

    mutating func endPrivateMode(at instant: Instant) {
        for index in privateSpans.indices where privateSpans[index].until > instant {
            privateSpans[index].until = instant
        }
        privateSpans.removeAll { $0.from >= $0.until }
    }
}
