public import Domain

/// When a purchase was made, as the row tells it.
public enum PurchaseTime: Hashable, Sendable {
    /// Told with an offset.
    case instant(Instant)
    /// Told without one: what a clock in the buyer's zone showed.
    case local(LocalDateTime)

    /// The instant, given the buyer's zone.
    public func instant(in zone: Zone) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .local(let local): zone.instant(of: local)
        }
    }
}
