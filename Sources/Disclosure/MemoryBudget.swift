/// How much memory copies may take that answers are made from, in bytes.
///
/// Past it reading gets slower, never wrong, and the copies never larger. Not counted are the rulebook, the pages that
/// reading connections keep, and what requests under way need.
public struct MemoryBudget: Sendable, Hashable {
    /// 128 MB: everything of some 4,000 people with 90 purchases each, warm.
    public static let standard = MemoryBudget(bytes: 128 << 20)
    /// 8 MB: one can serve from it, slowly.
    public static let least = MemoryBudget(bytes: 8 << 20)

    public let bytes: Int

    public init(bytes: Int) {
        self.bytes = bytes
    }

    /// Pages that were changed and not written to the log yet, or that writing read: of the records, and as much of the keys.
    public var writerPages: Int { bytes / 64 }
    /// Pages as they were written last.
    public var pages: Int { bytes * 7 / 16 }
    /// What is disclosed of each owner to each audience.
    var lists: Int { bytes * 7 / 32 }
    /// Exposed items, and how they are written.
    var items: Int { bytes / 8 }
    /// Profiles, relations and consent.
    var heads: Int { bytes / 8 }
    /// How friends stand to viewers.
    var circles: Int { bytes / 16 }
    /// People whose keys and handle are kept, and five counters of each.
    var people: Int { max(64, bytes / (6 << 10)) }
    /// Visits as they were written last.
    var visits: Int { bytes / 512 }
    var tokens: Int { max(64, bytes / (2 << 10)) }
}
