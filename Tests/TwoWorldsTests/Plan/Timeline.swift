import Domain

/// When things happen in the worlds.
///
/// Between the moments buckets end and items are released.
///
/// The last two moments lie in one week: what was bought in it is released in neither.
enum Timeline {
    static let moments: [Instant] = [
        "2026-01-05T12:00:00Z", "2026-02-10T12:00:00Z", "2026-03-12T12:00:00Z", "2026-03-24T12:00:00Z",
        "2026-03-26T12:00:00Z",
    ].compactMap { Instant($0) }

    /// The moments at which something can be taken in that is not released before the last one is over.
    static let unreleased = 3...4
    /// The beginning of what is not released, on every clock on earth in the last week.
    static let unreleasedFrom = moments[3].advanced(bySeconds: -6 * 3600)
    /// Too old to be in anybody's feed.
    static let longAgo = moments[0].advanced(bySeconds: -900 * 86_400)

    static let startOfPrivacy: Int64 = 30
    static let intake: Int64 = 60
    static let endOfPrivacy: Int64 = 600
    static let reading: Int64 = 3600
}
