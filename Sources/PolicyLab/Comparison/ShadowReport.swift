import Disclosure
import Domain

/// What a candidate policy would have changed in one epoch.
///
/// Holds no personal data: counts over at least k owners only, and those as bands.
public struct ShadowReport: Sendable, Codable, Equatable {
    /// How many owners and items, at least; nothing when fewer than k owners are concerned, none included.
    public struct Count: Sendable, Codable, Equatable {
        public let owners: Int?
        public let items: Int?

        /// Rounded down to 1, 2 or 5 times a power of ten, so that one owner more or less does not show from one report
        /// to the next.
        init(_ touch: PolicyConsequences.Touch, k: Int) {
            guard touch.owners >= k else {
                owners = nil
                items = nil
                return
            }
            owners = max(k, Self.band(touch.owners))
            items = max(k, Self.band(touch.items))
        }

        private static func band(_ number: Int) -> Int {
            var power = 1
            while number / power >= 10 { power *= 10 }
            return ([5, 2, 1].first { number / power >= $0 } ?? 0) * power
        }
    }

    /// One audience and kind of activity; every one is listed, whether touched or not.
    public struct Line: Sendable, Codable, Equatable {
        public let audience: String
        public let kind: String
        public let widened: Count
        public let narrowed: Count
    }

    /// `day` or `week`.
    public let epochSize: String
    /// The epoch that had ended: `2026-11-20`, `2026-W47`.
    public let epoch: String
    public let liveRevision: String
    public let shadowRevision: String
    /// The least number of owners over which anything is told, by the live policy.
    public let k: Int
    public let lines: [Line]

    init(_ consequences: PolicyConsequences, epoch: TimeBucket, k: Int) {
        epochSize = "\(epoch.size)"
        self.epoch = epoch.description
        liveRevision = consequences.before
        shadowRevision = consequences.after
        self.k = k
        lines = consequences.lines.map { line in
            Line(
                audience: line.audience.name, kind: "\(line.kind)", widened: Count(line.widened, k: k),
                narrowed: Count(line.narrowed, k: k))
        }
    }
}
