import Domain

/// A change of policy, taxonomy or catalogue that may have hidden something, for as long as its hold lasts.
///
/// If only what was raised vanished, its vanishing would name its class. So what looked the same vanishes with it, see
/// ``HeldItems``. Changes of the catalogue of one day (UTC) are one raise, beginning with the first, so that a busy
/// catalogue does not keep more than a few former ones in memory.
struct Raise: Sendable {
    /// Rising; what was settled for an owner is told by it.
    let number: UInt64
    /// What decided before, without raises of its own; nothing when that is not known any more.
    let former: Rulebook?
    let isOfProducts: Bool
    let at: Instant
    /// The end of the hold.
    let until: Instant
}
